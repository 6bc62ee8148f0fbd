-- Records cannot be made out of numbers or text.
-- exit: 1
-- says: expected text|attempt to index a nil value
return function(community) return community.members:get(1).name end
