#include "domain/lossjson.h"

namespace dateline
{

std::optional<Loss> lossFrom(const QJsonObject &json)
{
    const std::optional<Loss::Kind> kind = lossKindFromKey(json[u"kind"].toString());
    if (!kind)
        return std::nullopt;
    const QJsonValue best = json[u"best"];
    return Loss{*kind,
                json[u"low"].toInteger(),
                json[u"high"].toInteger(),
                json[u"ofWhom"].toString(),
                json[u"reportedBy"].toString(),
                best.isDouble() ? std::optional(best.toInteger()) : std::nullopt};
}

} // namespace dateline
