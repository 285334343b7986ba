#include "tables/countrycodes.h"

#include "tables/cells.h"

#include <QLocale>

#include <array>
#include <utility>

namespace dateline
{

namespace
{

// Names of data sets that the locale data has otherwise.
constexpr std::array<std::pair<std::string_view, std::string_view>, 31> otherNames{{
    {"bosnia-herzegovina", "BA"},
    {"brunei", "BN"},
    {"burma", "MM"},
    {"cabo verde", "CV"},
    {"cambodia", "KH"},
    {"cape verde", "CV"},
    {"congo", "CG"},
    {"cote d'ivoire", "CI"},
    {"czech republic", "CZ"},
    {"czechia", "CZ"},
    {"democratic republic of congo", "CD"},
    {"democratic republic of the congo", "CD"},
    {"dr congo", "CD"},
    {"east timor", "TL"},
    {"eswatini", "SZ"},
    {"ivory coast", "CI"},
    {"kingdom of eswatini", "SZ"},
    {"kosovo", "XK"},
    {"laos", "LA"},
    {"macedonia", "MK"},
    {"north korea", "KP"},
    {"north macedonia", "MK"},
    {"palestine", "PS"},
    {"republic of congo", "CG"},
    {"south korea", "KR"},
    {"swaziland", "SZ"},
    {"turkey", "TR"},
    {"turkiye", "TR"},
    {"united states of america", "US"},
    {"vatican city", "VA"},
    {"west bank", "PS"},
}};

} // namespace

CountryCodes::CountryCodes()
{
    for (int i = 1; i <= static_cast<int>(QLocale::LastTerritory); ++i) {
        const auto territory = static_cast<QLocale::Territory>(i);
        const std::string code = QLocale::territoryToCode(territory).toStdString();
        if (code.size() != 2)
            continue; // A part of the world.
        m_codes.emplace(smallLetters(QLocale::territoryToString(territory).toStdString()), code);
        m_codes.emplace(smallLetters(code), code);
    }
    for (const auto &[name, code] : otherNames)
        m_codes.insert_or_assign(std::string(name), std::string(code));
}

std::string_view CountryCodes::found(std::string_view name) const
{
    const auto code = m_codes.find(smallLetters(trimmed(name)));
    return code == m_codes.end() ? std::string_view() : std::string_view(code->second);
}

std::string_view CountryCodes::codeOf(std::string_view name)
{
    if (name == m_lastName)
        return m_lastCode;
    m_lastName = name;
    m_lastCode = found(name);
    if (m_lastCode.empty())
        m_lastCode = found(name.substr(0, name.find('(')));
    return m_lastCode;
}

} // namespace dateline
