return function(community)
  return community.members:first().email
end
