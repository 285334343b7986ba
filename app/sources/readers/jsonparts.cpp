#include "sources/readers/jsonparts.h"

namespace dateline
{

namespace
{

/// Deeper is no export.
constexpr std::size_t mostDepth = 256;

/// Where the string that begins at @p begin ends, after its quotation mark.
qsizetype afterString(QByteArrayView json, qsizetype begin)
{
    for (qsizetype i = begin + 1; i < json.size(); ++i) {
        if (json[i] == '\\')
            ++i;
        else if (json[i] == '"')
            return i + 1;
    }
    return json.size();
}

qsizetype afterSpace(QByteArrayView json, qsizetype begin)
{
    while (begin < json.size()
           && (json[begin] == ' ' || json[begin] == '\n' || json[begin] == '\r' || json[begin] == '\t'))
        ++begin;
    return begin;
}

} // namespace

std::vector<QByteArrayView> objectsIn(QByteArrayView json, qsizetype *end)
{
    std::vector<QByteArrayView> objects;
    qsizetype begin = 0;
    int depth = 0; // Of objects
    int lists = 0; // Around them
    qsizetype i = 0;
    for (; i < json.size(); ++i) {
        const char c = json[i];
        if (c == '"') {
            i = afterString(json, i) - 1;
        } else if (c == '{') {
            if (depth++ == 0)
                begin = i;
        } else if (c == '}' && depth > 0) {
            if (--depth == 0)
                objects.push_back(json.sliced(begin, i + 1 - begin));
        } else if (depth == 0 && c == '[') {
            ++lists;
        } else if (depth == 0 && c == ']' && --lists <= 0) {
            break;
        }
    }
    if (end)
        *end = i;
    return objects;
}

std::vector<JsonList> listsUnder(QByteArrayView key, QByteArrayView json)
{
    std::vector<JsonList> lists;
    std::vector<qsizetype> open; // Where the objects around begin
    for (qsizetype i = 0; i < json.size() && open.size() < mostDepth; ++i) {
        const char c = json[i];
        if (c == '{') {
            open.push_back(i);
        } else if (c == '}' && !open.empty()) {
            open.pop_back();
        } else if (c == '"') {
            const qsizetype begin = i;
            const qsizetype after = afterString(json, begin);
            i = after - 1;
            const qsizetype colon = afterSpace(json, after);
            if (json.sliced(begin + 1, std::max<qsizetype>(after - begin - 2, 0)) != key || colon >= json.size()
                || json[colon] != ':' || open.empty())
                continue;
            const qsizetype list = afterSpace(json, colon + 1);
            if (list >= json.size() || json[list] != '[')
                continue;
            QByteArray before = json.sliced(open.back(), begin - open.back()).trimmed().toByteArray();
            if (before.endsWith(','))
                before.chop(1);
            qsizetype length = 0;
            lists.push_back({before + '}', objectsIn(json.sliced(list), &length)});
            i = list + length;
        }
    }
    return lists;
}

} // namespace dateline
