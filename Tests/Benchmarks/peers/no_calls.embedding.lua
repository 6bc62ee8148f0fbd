-- What the loops of calls.embedding.lua and fields.embedding.lua take when they do nothing.
local calls = 5000000
for _ = 1, calls do local _ = 1 end
