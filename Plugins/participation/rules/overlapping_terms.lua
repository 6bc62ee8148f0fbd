--- Warns of focal points of one organization whose terms overlap.
local names = require "lib.names"

local watched = { "role", "organization", "term_start", "term_end", "active", "alternate_for" }

--- Whether it is about a term: a focal point who still takes part, stands in for nobody, and has a term.
local function has_term(member)
  return member.role == "focal_point" and member.active and not member.alternate_for
    and (member.term_start or member.term_end) ~= nil
end

local function overlap(left, right)
  local function ends_before(one, other)
    return one.term_end and other.term_start and one.term_end < other.term_start
  end
  return not ends_before(left, right) and not ends_before(right, left)
end

return rule {
  title = {
    en = "Overlapping terms of focal points", fr = "Mandats de points focaux qui se chevauchent",
    ar = "تداخل ولايات جهات التنسيق",
  },
  description = {
    en = "The term of a focal point should begin after that of the one before has ended.",
    fr = "Le mandat d’un point focal devrait commencer après la fin de celui de son prédécesseur.",
    ar = "ينبغي أن تبدأ ولاية جهة التنسيق بعد انتهاء ولاية سابقتها.",
  },
  on = { "member.create", "member.update" },
  check = function(_, change)
    local member = change.after
    if not has_term(member) then return end
    if change.before then
      local fields = {}
      for _, field in ipairs(change.fields) do fields[field] = true end
      local is_watched = false
      for _, field in ipairs(watched) do is_watched = is_watched or fields[field] == true end
      if not is_watched then return end
    end
    local others = {}
    for other in member.organization.members:where("role", "focal_point"):each() do
      if other ~= member and has_term(other) and overlap(member, other) then others[#others + 1] = other.id end
    end
    if #others == 0 then return end
    return warn(tr {
      en = "the term overlaps with that of %s, also a focal point of %s",
      fr = "le mandat chevauche un autre mandat de point focal (%s) pour %s",
      ar = "تتداخل هذه الولاية مع ولاية %s (جهة تنسيق أخرى لدى %s)",
    }, names.list(member.organization.members:where("id", others)), member.organization.name)
  end,
}
