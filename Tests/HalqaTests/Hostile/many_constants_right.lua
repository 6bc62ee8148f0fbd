-- Functions with very many constants give the right values (Lua 5.4.4 can get them wrong).
-- exit: 0
-- says: right
return function()
  local parts, wanted = { "local t = {} " }, {}
  for i = 1, 70000 do
    parts[#parts + 1] = "t[" .. i .. "] = " .. i .. ".5 + '" .. i .. "' "
    wanted[i] = 2 * i + 0.5
  end
  parts[#parts + 1] = "return t"
  local t = load(table.concat(parts))()
  for i = 1, 70000 do assert(t[i] == wanted[i], i) end
  return "right"
end
