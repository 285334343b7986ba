#include "casefile/valuelists.h"

#include "base/time.h"
#include "casefile/database.h"
#include "domain/claim.h"
#include "domain/incident.h"

#include <array>
#include <vector>

namespace dateline
{

namespace
{

/// A term with what it means, where that is not plain.
struct Term
{
    QString value;
    QString about;
};

/// What a column may hold.
struct ValueList
{
    const char *table;
    const char *column;
    std::vector<Term> terms;
};

template<typename Enum>
std::vector<Term> keysUpTo(Enum last)
{
    std::vector<Term> terms;
    for (int i = 0; i <= static_cast<int>(last); ++i)
        terms.push_back({keyOf(static_cast<Enum>(i)), {}});
    return terms;
}

std::vector<Term> kindTerms()
{
    std::vector<Term> terms;
    terms.reserve(kindCount);
    for (int i = 0; i < kindCount; ++i)
        terms.push_back({termOf(static_cast<Kind>(i)), {}});
    return terms;
}

std::vector<Term> subKindTerms()
{
    std::vector<Term> terms;
    terms.reserve(subKindCount);
    for (int i = 0; i < subKindCount; ++i)
        terms.push_back({termOf(static_cast<SubKind>(i)), termOf(kindOf(static_cast<SubKind>(i)))});
    return terms;
}

std::vector<Term> gradeTerms()
{
    return {{QStringLiteral("A"), QStringLiteral("A: completely reliable")},
            {QStringLiteral("B"), QStringLiteral("B: usually reliable")},
            {QStringLiteral("C"), QStringLiteral("C: fairly reliable")},
            {QStringLiteral("D"), QStringLiteral("D: not usually reliable")},
            {QStringLiteral("E"), QStringLiteral("E: unreliable")},
            {QStringLiteral("F"), QStringLiteral("F: reliability cannot be judged")}};
}

std::vector<Term> credibilityTerms()
{
    return {{QStringLiteral("0"), QStringLiteral("0: not graded")},
            {QStringLiteral("1"), QStringLiteral("1: confirmed by other sources")},
            {QStringLiteral("2"), QStringLiteral("2: probably true")},
            {QStringLiteral("3"), QStringLiteral("3: possibly true")},
            {QStringLiteral("4"), QStringLiteral("4: doubtful")},
            {QStringLiteral("5"), QStringLiteral("5: improbable")},
            {QStringLiteral("6"), QStringLiteral("6: truth cannot be judged")}};
}

std::vector<ValueList> valueLists()
{
    return {{"incident", "kind", kindTerms()},
            {"incident", "sub_kind", subKindTerms()},
            {"incident", "time_precision", keysUpTo(TimePrecision::Year)},
            {"incident", "location_precision", keysUpTo(LocationPrecision::Country)},
            {"incident", "status", keysUpTo(Status::Refuted)},
            {"incident", "credibility", credibilityTerms()},
            {"document", "published_precision", keysUpTo(TimePrecision::Year)},
            {"document", "modified_precision", keysUpTo(TimePrecision::Year)},
            {"document", "grade", gradeTerms()},
            {"claim", "stance", keysUpTo(Stance::Denies)}};
}

} // namespace

void enterValueLists(Database &database)
{
    for (const ValueList &list : valueLists()) {
        const QString name = QLatin1StringView(list.table) + u'_' + QLatin1StringView(list.column);
        for (const Term &term : list.terms) {
            database.run("INSERT OR IGNORE INTO gpkg_data_column_constraints(constraint_name, constraint_type, value, "
                         "description) VALUES(?, 'enum', ?, ?)",
                         name, term.value, term.about.isEmpty() ? term.value : term.about);
        }
        database.run("UPDATE gpkg_data_columns SET constraint_name = ? WHERE table_name = ? AND column_name = ?", name,
                     QString::fromLatin1(list.table), QString::fromLatin1(list.column));
    }
}

} // namespace dateline
