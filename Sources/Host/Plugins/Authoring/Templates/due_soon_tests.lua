local notice = require "lib.notice"

return tests {
  ["it looks ahead as far as the setting says"] = function(t)
    t:equal(notice.last_day(date "2024-05-30"), date "2024-06-06")
  end,

  ["it says what is due in every language"] = function(t)
    for _, texts in ipairs { notice.subject, notice.body } do
      for _, language in ipairs { "ar", "en", "fr" } do
        t:contains(texts[language], "{title}")
        t:contains(texts[language], "{due}")
      end
    end
  end,
}
