-- JSON nested a hundred thousand deep.
-- exit: 0
-- says: survived
return function()
  for _, text in ipairs { ("["):rep(100000), ("["):rep(100000) .. ("]"):rep(100000), ('{"a":'):rep(100000), "1e999", '"\\ud800"', "" } do
    pcall(json.decode, text)
  end
  local t = {}
  for _ = 1, 100000 do t = { t } end
  pcall(json.encode, t)
  t = {}
  t[1] = t
  assert(not pcall(json.encode, t))
  return "survived"
end
