local link = "https://meet.example.org/j/closed"

local function community(t)
  return t:community {
    organizations = { { id = "jor", name = "Jordan" } },
    members = { { id = "m-1", name = "Amal", organization = "jor", role = "member" } },
    sessions = {
      { id = "s-0", title = "Without a link", kind = "talk", confidentiality = "closed" },
      { id = "s-1", title = "Expert talk", kind = "talk", confidentiality = "closed", status = "scheduled", link = link },
      { id = "s-2", title = "Launch", kind = "launch", confidentiality = "open", link = "https://meet.example.org/j/open" },
    },
    practices = { { id = "p-1", title = "Hotline", confidentiality = "closed", summary = { ar = "الرابط: " .. link } } },
  }
end

local function rejections(t, change, options)
  options = options or {}
  options.community, options.change = community(t), change
  return t:run("rules/closed_link", options):rejections()
end

return tests {
  ["an open practice with the link of a closed session is refused, in whatever field and language it is"] = function(t)
    t:equal(rejections(t, create.practice { title = "New", confidentiality = "open", source = "see " .. link }), {
      "everybody may read it, and it has the link of the closed session “Expert talk” in it: take the link out, or "
        .. "do not make the practice open",
    })
    local opening = update.practice { id = "p-1", confidentiality = "open" }
    t:equal(#rejections(t, opening), 1)
    t:contains(rejections(t, opening, { language = "ar" })[1], "رابط الجلسة المغلقة «Expert talk»")
    t:contains(rejections(t, opening, { language = "fr" })[1], "à accès restreint « Expert talk »")
  end,

  ["other practices and other links are not"] = function(t)
    t:equal(rejections(t, update.practice { id = "p-1", status = "archived" }), {})
    t:equal(rejections(t, create.practice { title = "New", confidentiality = "members", source = link }), {})
    local open = { title = "New", confidentiality = "open", source = "https://meet.example.org/j/open" }
    t:equal(rejections(t, create.practice(open)), {})
  end,
}
