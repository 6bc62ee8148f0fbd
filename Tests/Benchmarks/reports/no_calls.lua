local calls = 5000000
return function()
  for _ = 1, calls do local _ = 1 end
  return 1
end
