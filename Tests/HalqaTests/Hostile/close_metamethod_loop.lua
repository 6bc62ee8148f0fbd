-- A closing value that never ends.
-- exit: 3
-- says: time limit
return function()
  local _ <close> = setmetatable({}, { __close = function() while true do end end })
  error "out"
end
