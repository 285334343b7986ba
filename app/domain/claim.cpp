#include "domain/claim.h"

#include "domain/keys.h"

namespace dateline
{

namespace
{

constexpr std::array<QLatin1StringView, 5> stanceKeys{QLatin1StringView("reports"), QLatin1StringView("confirms"),
                                                      QLatin1StringView("adds"), QLatin1StringView("disputes"),
                                                      QLatin1StringView("denies")};
constexpr std::array<QLatin1StringView, questionCount> questionKeys{
    QLatin1StringView("what"), QLatin1StringView("who"), QLatin1StringView("where"), QLatin1StringView("when"),
    QLatin1StringView("losses")};

} // namespace

QString keyOf(Stance stance)
{
    return stanceKeys.at(static_cast<std::size_t>(stance));
}

std::optional<Stance> stanceFromKey(QStringView key)
{
    return enumFromKey<Stance>(stanceKeys, key);
}

QString keyOf(Question question)
{
    return questionKeys.at(static_cast<std::size_t>(question));
}

std::optional<Question> questionFromKey(QStringView key)
{
    return enumFromKey<Question>(questionKeys, key);
}

} // namespace dateline
