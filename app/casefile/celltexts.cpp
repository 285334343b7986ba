#include "casefile/celltexts.h"

#include "casefile/compactjson.h"

#include <QUtf8StringView>

namespace dateline
{

const AllKeys &keys()
{
    static const AllKeys all;
    return all;
}

bool isUtf8(std::string_view text)
{
    return QUtf8StringView(text.data(), static_cast<qsizetype>(text.size())).isValidUtf8();
}

std::string_view plain(std::string_view utf8)
{
    constexpr std::string_view mark = "\xef\xbb\xbf";
    while (utf8.starts_with(mark))
        utf8.remove_prefix(mark.size());
    return utf8;
}

void writeList(QByteArray &json, std::span<const std::string_view> texts)
{
    json.clear();
    for (const std::string_view text : texts) {
        json.append(json.isEmpty() ? '[' : ',');
        appendJson(json, plain(text));
    }
    if (!json.isEmpty())
        json.append(']');
}

void writeLosses(QByteArray &json, std::span<const LossRow> losses)
{
    json.clear();
    for (const LossRow &loss : losses) {
        json.append(json.isEmpty() ? "[" : ",");
        json.append('{');
        if (loss.best) {
            json.append("\"best\":");
            appendJson(json, std::int64_t{*loss.best});
            json.append(',');
        }
        json.append("\"high\":");
        appendJson(json, std::int64_t{loss.high});
        json.append(",\"kind\":");
        appendJson(json, keys().loss[loss.kind]);
        json.append(",\"low\":");
        appendJson(json, std::int64_t{loss.low});
        json.append(",\"ofWhom\":");
        appendJson(json, plain(loss.ofWhom));
        json.append(",\"reportedBy\":");
        appendJson(json, plain(loss.reportedBy));
        json.append('}');
    }
    if (!json.isEmpty())
        json.append(']');
}

} // namespace dateline
