-- Compiled chunks can do anything to the virtual machine: load takes text only.
-- exit: 0
-- says: refused
return function()
  local chunk, message = load("\27Lua\x54\0\x19\x93\r\n\x1a\n", "x", "b")
  assert(not chunk and message:find "binary", message)
  chunk, message = load(function() return nil end and "\27LuaT", "x", "bt")
  assert(not chunk and message, message)
  return "refused"
end
