local names = require "lib.names"
local numbers = require "lib.deep.numbers"
return function(community)
  assert(require "lib.names" == names, "a library is loaded once a run")
  assert(names.of(community.organizations:get "iom") == "<IOM>")
  assert(numbers.double(21) == 42)
  return "passed"
end
