-- Work that goes on after the result is known.
-- exit: 3
-- says: time limit
return function()
  local _ <close> = setmetatable({}, { __close = function() while true do end end })
  return "never seen"
end
