#include "domain/agencies.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace dateline
{

namespace
{

struct Agency
{
    const char *name;
    const char *spellings; ///< Parted by “|”. Of five letters and more: also in other cases.
    const char *codes = ""; ///< The same, for abbreviations that are not enough in the running text.
};

constexpr std::array agencies{
    Agency{"AFP", "AFP|Agence France-Presse|Agence France Presse|АФП|Франс Пресс|Франс-Пресс|فرانس برس|法新社"},
    Agency{"AP", "AP|Associated Press|AP News|apnews|Ассошиэйтед Пресс|Асошіейтед Прес|أسوشيتد برس|美联社"},
    Agency{"Reuters", "Reuters|Thomson Reuters|Рейтер|Рейтерс|Ройтерс|Ռոյթերս|Ռեյթեր|رويترز|路透社"},
    Agency{"dpa", "dpa|DPA|Deutsche Presse-Agentur"},
    Agency{"UPI", "UPI|United Press International"},
    Agency{"Bloomberg", "Bloomberg|Bloomberg News|Блумберг"},
    Agency{"ANSA", "ANSA|Agenzia Nazionale Stampa Associata"},
    Agency{"EFE", "EFE|Agencia EFE"},
    Agency{"Europa Press", "Europa Press"},
    Agency{"Lusa", "Agência Lusa|Agencia Lusa", "LUSA|Lusa"},
    Agency{"PA Media", "PA Media|Press Association", "PA"},
    Agency{"The Canadian Press", "Canadian Press|La Presse canadienne", "CP"},
    Agency{"AAP", "Australian Associated Press", "AAP"},
    Agency{"APA", "Austria Presse Agentur|Austria Press Agency", "APA"},
    Agency{"Keystone-ATS", "Keystone-ATS|Keystone-SDA", "ATS|SDA"},
    Agency{"Belga", "Belga|Agence Belga"},
    Agency{"ANP", "Algemeen Nederlands Persbureau", "ANP"},
    Agency{"NTB", "Norsk Telegrambyrå", "NTB"},
    Agency{"TT", "Tidningarnas Telegrambyrå", "TT"},
    Agency{"Ritzau", "Ritzau"},
    Agency{"STT", "Suomen Tietotoimisto", "STT"},
    Agency{"PAP", "Polska Agencja Prasowa|Polish Press Agency", "PAP"},
    Agency{"ČTK", "ČTK|Česká tisková kancelář|Czech News Agency", "CTK"},
    Agency{"TASR", "TASR"},
    Agency{"MTI", "Magyar Távirati Iroda", "MTI"},
    Agency{"Agerpres", "Agerpres"},
    Agency{"BTA", "Bulgarian News Agency|Българска телеграфна агенция", "BTA|БТА"},
    Agency{"Tanjug", "Tanjug|Танјуг"},
    Agency{"HINA", "Croatian News Agency", "HINA|Hina"},
    Agency{"BNS", "Baltic News Service", "BNS"},
    Agency{"ELTA", "Lietuvos naujienų agentūra", "ELTA"},
    Agency{"LETA", "Latvian Information Agency", "LETA"},
    Agency{"TASS", "TASS|ITAR-TASS|ТАСС|ИТАР-ТАСС|ՏԱՍՍ|تاس"},
    Agency{"Interfax", "Interfax|Интерфакс|Інтерфакс|Ինտերֆաքս"},
    Agency{"Interfax-Ukraine", "Interfax-Ukraine|Интерфакс-Украина|Інтерфакс-Україна"},
    Agency{"RIA Novosti", "RIA Novosti|РИА Новости|РІА Новини|ՌԻԱ Նովոստի", "РИА"},
    Agency{"Ukrinform", "Ukrinform|Укрінформ|Укринформ"},
    Agency{"UNIAN", "UNIAN|УНІАН|УНИАН"},
    Agency{"BelTA", "BelTA|БелТА"},
    Agency{"Armenpress", "Armenpress|Арменпресс|Արմենպրես"},
    Agency{"Azertac", "Azertac|AZERTAG|АЗЕРТАДЖ|Азертадж"},
    Agency{"Turan", "Turan Information Agency|агентство Туран"},
    Agency{"Trend", "Trend News Agency", "TREND|Trend"},
    Agency{"Interpressnews", "Interpressnews|ინტერპრესნიუსი"},
    Agency{"Kazinform", "Kazinform|Казинформ"},
    Agency{"Anadolu", "Anadolu Agency|Anadolu Ajansı|Anadolu Ajansi|Агентство Анадолу|وكالة الأناضول", "AA"},
    Agency{"DHA", "Demirören Haber Ajansı", "DHA"},
    Agency{"SANA", "Syrian Arab News Agency|Арабское агентство САНА|وكالة سانا", "SANA"},
    Agency{"WAFA", "Palestinian News Agency|وكالة وفا", "WAFA"},
    Agency{"NNA", "National News Agency", "NNA"},
    Agency{"MENA", "Middle East News Agency", "MENA"},
    Agency{"SPA", "Saudi Press Agency", "SPA"},
    Agency{"WAM", "Emirates News Agency", "WAM"},
    Agency{"Saba", "Saba News Agency|Yemen News Agency", "SABA"},
    Agency{"IRNA", "IRNA|ИРНА|إرنا|ایرنا"},
    Agency{"ISNA", "ISNA|ایسنا"},
    Agency{"Fars", "Fars News|Fars News Agency"},
    Agency{"Tasnim", "Tasnim|Тасним"},
    Agency{"Mehr", "Mehr News|Mehr News Agency"},
    Agency{"SUNA", "Sudan News Agency|وكالة السودان للأنباء", "SUNA"},
    Agency{"ENA", "Ethiopian News Agency", "ENA"},
    Agency{"SONNA", "Somali National News Agency", "SONNA"},
    Agency{"APS", "Algérie Presse Service|Algeria Press Service|Agence de presse sénégalaise", "APS"},
    Agency{"MAP", "Maghreb Arabe Presse|Maghreb Arab Press", "MAP"},
    Agency{"TAP", "Tunis Afrique Presse", "TAP"},
    Agency{"NAN", "News Agency of Nigeria", "NAN"},
    Agency{"Xinhua", "Xinhua|Синьхуа|新华社|新華社"},
    Agency{"CNA", "Central News Agency|中央社", "CNA"},
    Agency{"Kyodo", "Kyodo|Kyodo News|共同通信"},
    Agency{"Jiji", "Jiji Press|時事通信"},
    Agency{"Yonhap", "Yonhap|Ренхап|연합뉴스"},
    Agency{"KCNA", "KCNA|Korean Central News Agency|ЦТАК"},
    Agency{"PTI", "PTI|Press Trust of India"},
    Agency{"ANI", "Asian News International", "ANI"},
    Agency{"IANS", "IANS|Indo-Asian News Service"},
    Agency{"APP", "Associated Press of Pakistan", "APP"},
    Agency{"UNB", "United News of Bangladesh", "UNB"},
    Agency{"Pajhwok", "Pajhwok"},
    Agency{"Antara", "Antara News", "ANTARA"},
    Agency{"Bernama", "Bernama"},
    Agency{"VNA", "Vietnam News Agency", "VNA"},
    Agency{"Télam", "Télam"},
    Agency{"Prensa Latina", "Prensa Latina"},
    Agency{"Notimex", "Notimex"},
    Agency{"Agência Brasil", "Agência Brasil|Agencia Brasil"},
    Agency{"Colprensa", "Colprensa"},
};

constexpr qsizetype shortestAnyCase = 5;

/// All spellings in one expression, and whose they are.
class Directory
{
public:
    Directory()
    {
        QStringList exact;
        QStringList anyCase;
        for (const Agency &agency : agencies) {
            const QString name = QString::fromUtf8(agency.name);
            for (const QString &spelling : partsOf(agency.spellings)) {
                m_agencies.insert(spelling.toCaseFolded(), {name, false});
                (spelling.size() >= shortestAnyCase ? anyCase : exact).append(QRegularExpression::escape(spelling));
            }
            for (const QString &code : partsOf(agency.codes)) {
                m_agencies.insert(code.toCaseFolded(), {name, true});
                exact.append(QRegularExpression::escape(code));
            }
        }
        // Of names that begin alike the longest is meant.
        const auto bySize = [](const QString &a, const QString &b) { return a.size() > b.size(); };
        std::ranges::sort(exact, bySize);
        std::ranges::sort(anyCase, bySize);
        // Russian, Ukrainian and Armenian names have endings: “агентству Рейтер”, “Интерфаксу”.
        m_names.setPattern(QStringLiteral("(?<![\\p{L}\\p{N}])((?i:%1)|%2)(?:(?<=\\p{Cyrillic})[а-яіїє]{1,3}|"
                                          "(?<=\\p{Armenian})[ա-և]{1,4})?(?![\\p{L}\\p{N}])")
                               .arg(anyCase.join(QLatin1Char('|')), exact.join(QLatin1Char('|'))));
        m_names.setPatternOptions(QRegularExpression::UseUnicodePropertiesOption);
        Q_ASSERT(m_names.isValid());
        m_names.optimize();
    }

    [[nodiscard]] std::vector<AgencyName> namesIn(QStringView text) const
    {
        std::vector<AgencyName> names;
        for (const QRegularExpressionMatch &match : m_names.globalMatchView(text)) {
            const auto [agency, isCode] = m_agencies.value(match.captured(1).toCaseFolded());
            names.push_back({agency, isCode, match.capturedStart(), match.capturedEnd()});
        }
        return names;
    }

private:
    static QStringList partsOf(const char *spellings)
    {
        return QString::fromUtf8(spellings).split(QLatin1Char('|'), Qt::SkipEmptyParts);
    }

    struct Entry
    {
        QString agency;
        bool isCode = false;
    };
    QHash<QString, Entry> m_agencies; // By spelling, case folded.
    QRegularExpression m_names;
};

} // namespace

std::vector<AgencyName> agenciesIn(QStringView text)
{
    static const Directory directory;
    return directory.namesIn(text);
}

} // namespace dateline
