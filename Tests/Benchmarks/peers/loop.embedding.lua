local late, weight = 0, 0
for item in records() do
  local due = item.due
  if due and due < 20454 and item.status ~= "done" then
    late = late + 1
    weight = weight + item.priority
  end
end
print(late, weight)
