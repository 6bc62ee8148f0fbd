--- A contact list of focal points: who was named by which organization, until when, and how they are reached.
local function shortened(id, length)
  local cut = utf8.offset(id, length + 1)
  return cut and id:sub(1, cut - 1) or id
end

-- Of which organizations the members of this file are, by their identifiers: they are in no record yet.
local listed = {}

-- Namesakes are told apart by their organizations.
local function identifier(community, name, organization)
  local function is_free(id)
    local known = community.members:get(id)
    local other = listed[id] or known and known.organization
    return not other or other == organization
  end
  local plain = "fp-" .. slug(name)
  local id = shortened(plain, 64)
  if is_free(id) then return id end
  local apart = shortened(shortened(plain, 40) .. "-" .. organization.id, 60)
  id = apart
  local number = 1
  while not is_free(id) do
    number = number + 1
    id = apart .. "-" .. number
  end
  return id
end

-- Roles with more rights than a focal point's.
local above = { moderator = true, admin = true }

return transform {
  title = { en = "Contact list of focal points", fr = "Liste des points focaux", ar = "قائمة جهات التنسيق" },
  description = {
    en = "Takes in a list of focal points with their organizations, posts, addresses and terms.",
    fr = "Importe une liste de points focaux avec leurs organisations, fonctions, coordonnées et mandats.",
    ar = "يستورد قائمة بجهات التنسيق والجهات التي تمثلها ومناصبها وعناوينها ومدد ولايتها.",
  },
  input = {
    format = { "xlsx", "csv" },
    columns = {
      ["Name"] = { type = "text?", also = { "Full name", "Focal point", "Nom", "Nom complet", "Point focal", "الاسم", "الاسم الكامل",
                                            "جهة التنسيق" } },
      ["Organization"] = { type = "organization", also = { "State", "Country", "Agency", "Organisation", "État", "Pays", "الجهة",
                                                          "الدولة", "البلد" } },
      ["Position"] = { type = "text?", also = { "Title", "Function", "Fonction", "Poste", "المنصب", "الوظيفة", "الصفة",
                                                  "المسمى الوظيفي" } },
      ["E-mail"] = { type = "text?", also = { "Email", "Email address", "Courriel", "Adresse électronique", "البريد الإلكتروني" } },
      ["Phone"] = { type = "text?", also = { "Telephone", "Mobile", "Téléphone", "الهاتف", "رقم الهاتف" } },
      ["Role"] = { type = "member.role?", also = { "Rôle", "الدور" } },
      ["Language"] = { type = "text?", also = { "Langue", "اللغة" } },
      ["Term starts"] = { type = "date?", also = { "Start of term", "Début du mandat", "بداية الولاية" } },
      ["Term ends"] = { type = "date?", also = { "End of term", "Fin du mandat", "نهاية الولاية" } },
      ["Letter of nomination"] = { type = "text?", also = { "Nomination", "Lettre de désignation", "كتاب التسمية" } },
    },
  },
  row = function(community, row)
    local name = row["Name"]
    if not name then return skip { en = "without a name", fr = "sans nom", ar = "بلا اسم" } end
    local email = row["E-mail"]
    if email and not email:find "^[^%s@]+@[^%s@]+%.[^%s@]+$" then
      return reject("'%s' is not an e-mail address", email)
    end
    local organization = row["Organization"]
    local member = community.members:where("organization", organization):where("name", name):first()
    local id = member and member.id or identifier(community, name, organization)
    local given = row["Role"]
    if member and member.role == given then given = nil end
    if given and (above[given] or member and above[member.role]) then
      return reject(tr {
        en = "a contact list neither gives nor takes the role '%s'; leave the cell empty, and use: halqa edit member %s role=%s",
        fr = "une liste de contacts ne donne ni ne retire le rôle « %s » ; laissez la cellule vide, et utilisez : halqa edit member %s role=%s",
        ar = "لا تمنح قائمة الاتصال الدور «%s» ولا تسحبه؛ اتركوا الخلية فارغة واستخدموا: halqa edit member %s role=%s",
      }, above[given] and given or member.role, id, given)
    end
    local position = row["Position"]
    if member and member.position == position then position = nil end
    local fields = {
      id = id,
      position = position,
      email = email,
      phone = row["Phone"],
      role = given,
      language = row["Language"],
      term_start = row["Term starts"],
      term_end = row["Term ends"],
      ["x.participation.nomination_reference"] = row["Letter of nomination"],
    }
    if member then return update.member(fields) end
    listed[id] = organization
    fields.name, fields.organization, fields.role = name, organization, given or "focal_point"
    return upsert.member(fields)
  end,
}
