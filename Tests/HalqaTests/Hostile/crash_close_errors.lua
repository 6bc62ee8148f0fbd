-- Closing values that each raise an error, a hundred thousand deep.
-- exit: 0 1 3
-- says: the script raised|overflow|limit|brought Lua itself down
return function()
  local function chain(depth)
    local _ <close> = setmetatable({}, { __close = function() error(depth) end })
    if depth > 0 then chain(depth - 1) end
    error "bottom"
  end
  chain(100000)
end
