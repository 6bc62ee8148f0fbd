local bytes, named = 0, 0
for item in records() do
  if item.status ~= "done" then
    local name = item.name
    if name then
      named = named + 1
      bytes = bytes + #name
    end
  end
end
print(named, bytes)
