#include "places/inflections.h"

#include <algorithm>
#include <array>
#include <span>

namespace dateline
{

namespace
{

struct Ending
{
    QStringView ending;
    QStringView nominative;
};

// Normal forms: й is written и, ї is і. Longer endings first, since they tell more.
constexpr std::array cyrillic{
    // Russian and Ukrainian -ия, -ія
    Ending{u"иеи", u"ия"}, Ending{u"ією", u"ія"}, Ending{u"ии", u"ия"}, Ending{u"ию", u"ия"}, Ending{u"іі", u"ія"},
    Ending{u"ію", u"ія"},
    // Харкова, Киева in Ukrainian
    Ending{u"овом", u"ів"}, Ending{u"євом", u"ів"}, Ending{u"ова", u"ів"}, Ending{u"ові", u"ів"}, Ending{u"єва", u"ів"},
    Ending{u"єві", u"ів"},
    // Adjectives: Нагорного, Луганской, Львівської
    Ending{u"ого", u"ыи"}, Ending{u"ого", u"ии"}, Ending{u"ого", u"ое"}, Ending{u"ому", u"ыи"}, Ending{u"ому", u"ии"},
    Ending{u"ому", u"ое"}, Ending{u"ом", u"ыи"}, Ending{u"ом", u"ии"}, Ending{u"ом", u"ое"}, Ending{u"ым", u"ыи"},
    Ending{u"им", u"ии"}, Ending{u"ои", u"ая"}, Ending{u"ую", u"ая"}, Ending{u"оі", u"а"}, Ending{u"іи", u"а"},
    // Nouns
    Ending{u"ами", u"ы"}, Ending{u"ах", u"ы"}, Ending{u"ах", u"и"}, Ending{u"ям", u"и"}, Ending{u"ях", u"и"},
    Ending{u"ом", u""}, Ending{u"ем", u"ь"}, Ending{u"ем", u""}, Ending{u"ем", u"и"}, Ending{u"ою", u"а"},
    Ending{u"ею", u"я"}, Ending{u"ои", u"а"}, Ending{u"еи", u"я"}, Ending{u"ью", u"ь"}, Ending{u"ові", u""},
    Ending{u"а", u""}, Ending{u"у", u""}, Ending{u"е", u""}, Ending{u"і", u""}, Ending{u"ы", u"а"}, Ending{u"и", u"а"},
    Ending{u"е", u"а"}, Ending{u"у", u"а"}, Ending{u"і", u"а"}, Ending{u"и", u"ь"}, Ending{u"и", u"я"},
    Ending{u"е", u"я"}, Ending{u"ю", u"я"}, Ending{u"я", u"ь"}, Ending{u"ю", u"ь"}, Ending{u"е", u"ь"},
    Ending{u"і", u"ь"}, Ending{u"я", u"и"}, Ending{u"ю", u"и"}, Ending{u"е", u"и"}, Ending{u"а", u"о"},
    Ending{u"у", u"о"}, Ending{u"е", u"о"}, Ending{u"ом", u"о"}};

constexpr std::array armenian{Ending{u"ում", u""}, Ending{u"ից", u""},   Ending{u"ին", u""},
                              Ending{u"ով", u""},  Ending{u"ի", u""},    Ending{u"ը", u""},
                              Ending{u"ն", u""},   Ending{u"այի", u"ա"}, Ending{u"այում", u"ա"}};

// With ı, ə and ü folded to i, e and u: -da/-də, -dan/-dən, -ın/-in, -(y)a/-(y)ə …
constexpr std::array turkicEndings{
    Ending{u"ndan", u""}, Ending{u"nden", u""}, Ending{u"daki", u""}, Ending{u"deki", u""}, Ending{u"nda", u""},
    Ending{u"nde", u""},  Ending{u"dan", u""},  Ending{u"den", u""},  Ending{u"tan", u""},  Ending{u"ten", u""},
    Ending{u"nin", u""},  Ending{u"nun", u""},  Ending{u"da", u""},   Ending{u"de", u""},   Ending{u"ta", u""},
    Ending{u"te", u""},   Ending{u"in", u""},   Ending{u"un", u""},   Ending{u"ya", u""},   Ending{u"ye", u""},
    Ending{u"yi", u""},   Ending{u"yu", u""},   Ending{u"ni", u""},   Ending{u"nu", u""},   Ending{u"na", u""},
    Ending{u"ne", u""},   Ending{u"a", u""},    Ending{u"e", u""},    Ending{u"i", u""},    Ending{u"u", u""}};

constexpr qsizetype shortestStem = 3; ///< Letters; what is shorter is mostly no name.

QStringList withoutEndings(const QString &key, std::span<const Ending> endings)
{
    QStringList forms;
    for (const Ending &each : endings) {
        // “Києва” keeps only two letters of “Київ”.
        const qsizetype stem = key.size() - each.ending.size();
        if (stem >= 2 && stem + each.nominative.size() >= shortestStem && key.endsWith(each.ending))
            forms.append(QString(key.first(key.size() - each.ending.size())).append(each.nominative));
    }
    return forms;
}

QStringList withoutPrefixes(const QString &key, QStringView first, QStringView second)
{
    QStringList forms;
    const auto take = [&](const QString &word, QStringView letters) {
        return word.size() > shortestStem && letters.contains(word.front()) ? word.sliced(1) : QString();
    };
    for (const QString &word : {key, take(key, first)}) {
        if (word.isEmpty())
            continue;
        if (word != key)
            forms.append(word);
        if (const QString bare = take(word, second); !bare.isEmpty())
            forms.append(bare);
    }
    return forms;
}

/// و and ف are “and”, ب ل ك “in”, “to”, “like”; ال is the article, which names have or lack as they please.
QStringList arabicForms(const QString &key)
{
    const QString article = QStringLiteral("ال");
    QStringList words = withoutPrefixes(key, u"وف", u"بلک");
    words.prepend(key);
    QStringList forms;
    for (const QString &word : words) {
        if (word.startsWith(u"لل"))
            forms.append(article + word.sliced(2));
        if (word != key)
            forms.append(word);
        forms.append(word.startsWith(article) ? word.sliced(article.size()) : article + word);
    }
    forms.removeIf([](const QString &form) { return form.size() < shortestStem; });
    return forms;
}

} // namespace

bool isTurkic(QStringView text)
{
    constexpr qsizetype enough = 20'000;
    const QStringView part = text.first(std::min(text.size(), enough));
    // Running Turkish has one of them in 12 letters, Azerbaijani in 6.
    const auto special = [](QChar c) { return QStringView(u"əıışğƏİŞĞ").contains(c); };
    return !part.isEmpty() && std::ranges::count_if(part, special) * 50 > part.size();
}

QStringList dictionaryForms(const QString &key, bool turkic)
{
    if (key.size() <= shortestStem)
        return {};
    switch (QChar::script(key.front().unicode())) {
    case QChar::Script_Cyrillic: return withoutEndings(key, cyrillic);
    case QChar::Script_Armenian: return withoutEndings(key, armenian);
    case QChar::Script_Arabic: return arabicForms(key);
    case QChar::Script_Hebrew: return withoutPrefixes(key, u"ו", u"בלמהשכ");
    case QChar::Script_Latin: return turkic ? withoutEndings(key, turkicEndings) : QStringList();
    default: return {};
    }
}

} // namespace dateline
