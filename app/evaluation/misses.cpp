#include "evaluation/misses.h"

#include <algorithm>

namespace dateline
{

namespace
{

constexpr std::array<QLatin1StringView, layers.size()> keys{QLatin1StringView("places"), QLatin1StringView("times"),
                                                            QLatin1StringView("quotes"), QLatin1StringView("kinds"),
                                                            QLatin1StringView("incidents")};

} // namespace

QString keyOf(FoundLayer layer)
{
    return keys.at(static_cast<std::size_t>(layer));
}

std::optional<FoundLayer> layerFromKey(QStringView key)
{
    const auto at = std::ranges::find_if(keys, [key](QLatin1StringView each) { return each == key; });
    return at == keys.end() ? std::nullopt : std::optional(layers.at(static_cast<std::size_t>(at - keys.begin())));
}

QString wordsAt(QStringView text, TextSpan span)
{
    return span.in(text).toString().simplified();
}

QString contextOf(QStringView text, TextSpan span)
{
    constexpr qsizetype reach = 60;
    const qsizetype begin = std::max<qsizetype>(0, span.begin - reach);
    const qsizetype end = std::min(text.size(), span.end + reach);
    const QString before = text.sliced(begin, span.begin - begin).toString();
    const QString after = text.sliced(span.end, end - span.end).toString();
    return (before + u'[' + span.in(text).toString() + u']' + after).simplified();
}

} // namespace dateline
