local calls = 5000000
local item = records()()
for _ = 1, calls do local _ = item.priority end
