local bytes, named = 0, 0
for item in records() do
  local name = item.name
  if name then
    named = named + 1
    bytes = bytes + #name
  end
end
print(named, bytes)
