-- A known crash of Lua 5.4.4: an iterator of gmatch that raised an error forgets how deep it may go.
-- exit: 0 3
-- says: survived|brought Lua itself down
return function()
  local iterator = ("x"):rep(400000):gmatch(("x?"):rep(400000))
  pcall(iterator)
  pcall(iterator)
  return "survived"
end
