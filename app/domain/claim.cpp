#include "domain/claim.h"

#include "domain/keys.h"

namespace dateline
{

namespace
{

constexpr std::array<QLatin1StringView, 5> stanceKeys{QLatin1StringView("reports"), QLatin1StringView("confirms"),
                                                      QLatin1StringView("adds"), QLatin1StringView("disputes"),
                                                      QLatin1StringView("denies")};

} // namespace

QString keyOf(Stance stance)
{
    return stanceKeys.at(static_cast<std::size_t>(stance));
}

std::optional<Stance> stanceFromKey(QStringView key)
{
    return enumFromKey<Stance>(stanceKeys, key);
}

} // namespace dateline
