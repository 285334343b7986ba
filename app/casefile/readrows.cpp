#include "casefile/database.h"
#include "casefile/geometryblob.h"
#include "casefile/rows.h"
#include "domain/figurespecjson.h"
#include "domain/filterjson.h"
#include "domain/lossjson.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace dateline
{

namespace
{

QJsonArray arrayFrom(const Statement &row, int column)
{
    const std::string_view json = row.utf8(column);
    if (json.empty())
        return {};
    return QJsonDocument::fromJson(QByteArray::fromRawData(json.data(), static_cast<qsizetype>(json.size()))).array();
}

QStringList listFrom(const Statement &row, int column)
{
    QStringList list;
    for (const QJsonValue value : arrayFrom(row, column))
        list.append(value.toString());
    return list;
}

Questions questionsFrom(const Statement &row, int column)
{
    Questions questions;
    for (const QString &key : listFrom(row, column)) {
        if (const std::optional<Question> question = questionFromKey(key))
            questions.set(static_cast<std::size_t>(*question));
    }
    return questions;
}

int digits(std::string_view text, std::size_t at, std::size_t count)
{
    int value = 0;
    for (const char c : text.substr(at, count)) {
        if (c < '0' || c > '9')
            return -1;
        value = value * 10 + (c - '0');
    }
    return value;
}

// A million incidents have two million times: the form that this program writes is read without QDateTime.
std::optional<UtcMinute> minuteFrom(const Statement &row, int column)
{
    const std::string_view text = row.utf8(column);
    if (text.empty())
        return std::nullopt;
    if (text.size() == 17 && text[4] == '-' && text[7] == '-' && text[10] == 'T' && text[13] == ':'
        && text[16] == 'Z') {
        const int year = digits(text, 0, 4);
        const int hour = digits(text, 11, 2);
        const int minute = digits(text, 14, 2);
        const std::chrono::year_month_day date{std::chrono::year(year),
                                               std::chrono::month(static_cast<unsigned>(digits(text, 5, 2))),
                                               std::chrono::day(static_cast<unsigned>(digits(text, 8, 2)))};
        if (date.ok() && year > 0 && hour >= 0 && hour < 24 && minute >= 0 && minute < 60)
            return std::chrono::sys_days(date) + std::chrono::hours(hour) + std::chrono::minutes(minute);
    }
    return utcFromIso(QString::fromUtf8(text));
}

std::vector<Loss> lossesFrom(const QJsonArray &array)
{
    std::vector<Loss> losses;
    for (const QJsonValue value : array) {
        if (std::optional<Loss> loss = lossFrom(value.toObject()))
            losses.push_back(std::move(*loss));
    }
    return losses;
}

std::optional<When> whenFrom(const Statement &row, int at)
{
    const std::optional<UtcMinute> begin = minuteFrom(row, at);
    if (!begin)
        return std::nullopt;
    const UtcMinute shortest = *begin + std::chrono::minutes(1);
    const UtcMinute end = std::max(minuteFrom(row, at + 1).value_or(shortest), shortest);
    const TimePrecision precision = timePrecisionFromKey(row.text(at + 2)).value_or(TimePrecision::Minute);
    return When{{*begin, end, precision}, row.text(at + 3), row.text(at + 4)};
}

std::optional<Where> whereFrom(const Statement &row, int geometryAt, int at)
{
    // Another program may have drawn the place alone.
    if (row.isNull(geometryAt) && row.isNull(at + 3))
        return std::nullopt;
    Where where;
    where.geometry = geometryFromBlob(row.utf8(geometryAt)).value_or(Geometry{});
    where.place = row.text(at);
    where.province = row.text(at + 1);
    where.country = row.text(at + 2);
    where.precision = locationPrecisionFromKey(row.text(at + 3)).value_or(LocationPrecision::Near);
    where.radiusMetres = std::max(0.0, row.real(at + 4));
    where.asWritten = row.text(at + 5);
    return where;
}

} // namespace

std::optional<WrittenTime> writtenTimeFrom(const Statement &row, int at)
{
    const std::optional<UtcMinute> instant = minuteFrom(row, at);
    if (!instant)
        return std::nullopt;
    return WrittenTime{*instant, timePrecisionFromKey(row.text(at + 1)).value_or(TimePrecision::Day), row.text(at + 2)};
}

char gradeFrom(std::string_view text)
{
    return text.size() == 1 && text[0] >= 'A' && text[0] <= 'F' ? text[0] : '\0';
}

Document documentFrom(const Statement &row, int at)
{
    Document document;
    document.id = DocumentId{row.integer(at)};
    document.title = row.text(at + 2);
    document.publisher = row.text(at + 3);
    document.author = row.text(at + 4);
    document.address = row.text(at + 5);
    document.published = writtenTimeFrom(row, at + 6);
    document.retrieved = minuteFrom(row, at + 9).value_or(UtcMinute{});
    document.language = row.text(at + 10);
    document.textSha256 = QByteArray::fromHex(row.text(at + 11).toLatin1());
    document.bytesSha256 = QByteArray::fromHex(row.text(at + 12).toLatin1());
    document.mediaType = row.text(at + 13);
    document.fileName = row.text(at + 14);
    document.grade = gradeFrom(row.utf8(at + 15));
    document.graphic = row.integer(at + 16) != 0;
    document.replaces = DocumentId{row.integer(at + 17)};
    document.origin = DocumentId{row.integer(at + 18)};
    document.modified = writtenTimeFrom(row, at + 19);
    return document;
}

Quote quoteFrom(const Statement &row, int at)
{
    return {QuoteId{row.integer(at)}, DocumentId{row.integer(at + 1)},
            row.integer(at + 2),      row.integer(at + 3),
            row.text(at + 4),         row.text(at + 5),
            row.text(at + 6),         row.text(at + 7)};
}

Incident incidentFrom(const Statement &row, int at)
{
    Incident incident;
    incident.id = IncidentId{row.integer(at)};
    incident.title = row.text(at + 2);
    incident.kind = kindFromTerm(row.text(at + 3)).value_or(Kind::NotStated);
    incident.subKind = subKindFromTerm(row.text(at + 4));
    incident.when = whenFrom(row, at + 5);
    incident.where = whereFrom(row, at + 1, at + 10);
    incident.actors = listFrom(row, at + 16);
    incident.losses = lossesFrom(arrayFrom(row, at + 17));
    incident.status = statusFromKey(row.text(at + 18)).value_or(Status::Reported);
    incident.credibility = static_cast<int>(std::clamp<std::int64_t>(row.integer(at + 19), 0, 6));
    incident.tags = listFrom(row, at + 20);
    incident.notes = row.text(at + 21);
    incident.graphic = row.integer(at + 22) != 0;
    incident.sensitive = row.integer(at + 23) != 0;
    incident.dataSetId = row.text(at + 24);
    incident.attributes = row.text(at + 25);
    return incident;
}

Claim claimFrom(const Statement &row, int at)
{
    return {ClaimId{row.integer(at)}, IncidentId{row.integer(at + 1)}, QuoteId{row.integer(at + 2)},
            stanceFromKey(row.text(at + 3)).value_or(Stance::Reports), questionsFrom(row, at + 4)};
}

FigureSpec figureFrom(const Statement &row, int at)
{
    FigureSpec figure = figureSpecFrom(QJsonDocument::fromJson(row.text(at + 2).toUtf8()).object());
    figure.id = FigureId{row.integer(at)};
    figure.title = row.text(at + 1);
    return figure;
}

Decision decisionFrom(const Statement &row, int at)
{
    return {DocumentId{row.integer(at + 1)}, row.text(at + 2), row.integer(at + 3) != 0};
}

Layer layerFrom(const Statement &row, int at)
{
    return {LayerId{row.integer(at)}, row.text(at + 1), row.text(at + 2), row.text(at + 3)};
}

Bookmark bookmarkFrom(const Statement &row, int at)
{
    constexpr double widest = 0;
    constexpr double nearest = 24;
    const LonLat centre{row.real(at + 2), row.real(at + 3)};
    const double zoom = row.real(at + 4);
    return {BookmarkId{row.integer(at)},
            row.text(at + 1),
            isStorable(centre) ? centre : LonLat{},
            std::isfinite(zoom) ? std::clamp(zoom, widest, nearest) : Bookmark().zoom,
            row.text(at + 5),
            filterFrom(QJsonDocument::fromJson(row.text(at + 6).toUtf8()).object())};
}

CaseInfo caseInfoFrom(const Statement &row, int at)
{
    return {row.text(at + 1), row.text(at + 2), row.text(at + 3), row.text(at + 4)};
}

} // namespace dateline
