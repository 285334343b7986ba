#include "domain/kind.h"

#include <array>

namespace dateline
{

namespace
{

constexpr std::array<QLatin1StringView, kindCount> kindTerms{
    QLatin1StringView("Battles"),
    QLatin1StringView("Explosions/Remote violence"),
    QLatin1StringView("Violence against civilians"),
    QLatin1StringView("Protests"),
    QLatin1StringView("Riots"),
    QLatin1StringView("Strategic developments"),
    QLatin1StringView("Kind not stated"),
};

struct SubKindRow
{
    Kind kind;
    QLatin1StringView term;
};

constexpr std::array<SubKindRow, subKindCount> subKindRows{{
    {Kind::Battles, QLatin1StringView("Government regains territory")},
    {Kind::Battles, QLatin1StringView("Non-state actor overtakes territory")},
    {Kind::Battles, QLatin1StringView("Armed clash")},
    {Kind::Explosions, QLatin1StringView("Chemical weapon")},
    {Kind::Explosions, QLatin1StringView("Air/drone strike")},
    {Kind::Explosions, QLatin1StringView("Suicide bomb")},
    {Kind::Explosions, QLatin1StringView("Shelling/artillery/missile attack")},
    {Kind::Explosions, QLatin1StringView("Remote explosive/landmine/IED")},
    {Kind::Explosions, QLatin1StringView("Grenade")},
    {Kind::ViolenceAgainstCivilians, QLatin1StringView("Sexual violence")},
    {Kind::ViolenceAgainstCivilians, QLatin1StringView("Attack")},
    {Kind::ViolenceAgainstCivilians, QLatin1StringView("Abduction/forced disappearance")},
    {Kind::Protests, QLatin1StringView("Peaceful protest")},
    {Kind::Protests, QLatin1StringView("Protest with intervention")},
    {Kind::Protests, QLatin1StringView("Excessive force against protesters")},
    {Kind::Riots, QLatin1StringView("Violent demonstration")},
    {Kind::Riots, QLatin1StringView("Mob violence")},
    {Kind::StrategicDevelopments, QLatin1StringView("Agreement")},
    {Kind::StrategicDevelopments, QLatin1StringView("Arrests")},
    {Kind::StrategicDevelopments, QLatin1StringView("Change to group/activity")},
    {Kind::StrategicDevelopments, QLatin1StringView("Disrupted weapons use")},
    {Kind::StrategicDevelopments, QLatin1StringView("Headquarters or base established")},
    {Kind::StrategicDevelopments, QLatin1StringView("Looting/property destruction")},
    {Kind::StrategicDevelopments, QLatin1StringView("Non-violent transfer of territory")},
    {Kind::StrategicDevelopments, QLatin1StringView("Other")},
}};

} // namespace

Kind kindOf(SubKind subKind)
{
    return subKindRows.at(static_cast<std::size_t>(subKind)).kind;
}

QString termOf(Kind kind)
{
    return kindTerms.at(static_cast<std::size_t>(kind));
}

QString termOf(SubKind subKind)
{
    return subKindRows.at(static_cast<std::size_t>(subKind)).term;
}

std::optional<Kind> kindFromTerm(QStringView term)
{
    for (std::size_t i = 0; i < kindTerms.size(); ++i) {
        if (term.compare(kindTerms.at(i), Qt::CaseInsensitive) == 0)
            return static_cast<Kind>(i);
    }
    return std::nullopt;
}

std::optional<SubKind> subKindFromTerm(QStringView term)
{
    for (std::size_t i = 0; i < subKindRows.size(); ++i) {
        if (term.compare(subKindRows.at(i).term, Qt::CaseInsensitive) == 0)
            return static_cast<SubKind>(i);
    }
    return std::nullopt;
}

} // namespace dateline
