-- A table that grows while it is walked.
-- exit: 0 1 3
-- says:
return function()
  local t = { a = 1 }
  for k in pairs(t) do t[k .. "x"] = 1 if #k > 1000 then break end end
  return "done"
end
