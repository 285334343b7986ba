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

void writeList(std::string &json, std::span<const std::string_view> texts)
{
    json.clear();
    for (const std::string_view text : texts) {
        json.push_back(json.empty() ? '[' : ',');
        appendJson(json, plain(text));
    }
    if (!json.empty())
        json.push_back(']');
}

void writeLosses(std::string &json, std::span<const LossRow> losses)
{
    json.clear();
    for (const LossRow &loss : losses) {
        json.push_back(json.empty() ? '[' : ',');
        json.push_back('{');
        if (loss.best) {
            json.append("\"best\":");
            appendJson(json, std::int64_t{*loss.best});
            json.push_back(',');
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
        json.push_back('}');
    }
    if (!json.empty())
        json.push_back(']');
}

} // namespace dateline
