-- The metatable of strings is shared by all code in the state.
-- exit: 1
-- says: attempt to index a string value
return function()
  getmetatable("").__index = function() return "owned" end
end
