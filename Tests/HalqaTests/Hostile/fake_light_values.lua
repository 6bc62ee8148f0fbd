-- Records cannot be made out of numbers or text.
-- exit: 1
-- says:
return function(community) return community.members:get(1).name end
