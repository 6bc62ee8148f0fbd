-- pcall must not catch the end of memory and go on.
-- exit: 3
-- says: memory
return function()
  while true do
    pcall(function()
      local t = {}
      while true do t[#t + 1] = ("x"):rep(1000) .. #t end
    end)
  end
end
