--- Refuses open practices that have the link of a closed session in them.
local fields = { "title", "summary", "description" }

--- All that is written of a practice, in every language.
local function texts(practice)
  local all = { practice.source }
  for _, field in ipairs(fields) do
    for _, text in pairs(practice:texts(field) or {}) do all[#all + 1] = text end
  end
  return all
end

return rule {
  title = {
    en = "Links of closed sessions", fr = "Liens des séances à accès restreint", ar = "روابط الجلسات المغلقة",
  },
  description = {
    en = "A practice that everybody may read must not tell how to join a closed session.",
    fr = "Une pratique ouverte à tous ne doit pas indiquer comment rejoindre une séance à accès restreint.",
    ar = "لا يجوز أن تتضمن ممارسة متاحة للجميع ما يتيح الانضمام إلى جلسة مغلقة.",
  },
  on = { "practice.create", "practice.update" },
  check = function(community, change)
    local practice = change.after
    if practice.confidentiality ~= "open" then return end
    local written = texts(practice)
    for session in community.sessions:where("confidentiality", "closed"):where("link", except(none)):each() do
      for _, text in ipairs(written) do
        if session.link ~= "" and text:find(session.link, 1, true) then
          return reject(tr {
            en = "everybody may read it, and it has the link of the closed session “%s” in it: take the link out, or "
              .. "do not make the practice open",
            fr = "elle est ouverte à tous et contient le lien de la séance à accès restreint « %s » : retirez le lien, "
              .. "ou n’ouvrez pas la pratique à tous",
            ar = "هي متاحة للجميع وتتضمن رابط الجلسة المغلقة «%s»: احذفوا الرابط، أو لا تجعلوا الممارسة متاحة للجميع",
          }, session.title)
        end
      end
    end
  end,
}
