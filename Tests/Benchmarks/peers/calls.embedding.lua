local calls = 5000000
for _ = 1, calls do days(3) end
