#include "acledrows.h"

#include <charconv>
#include <random>

namespace dateline
{

namespace
{

double numberFrom(std::string_view text)
{
    double number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

std::optional<TimeSpan> dayFrom(std::string_view text)
{
    if (text.size() != 10)
        return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year(static_cast<int>(numberFrom(text.substr(0, 4)))),
                                           std::chrono::month(static_cast<unsigned>(numberFrom(text.substr(5, 2)))),
                                           std::chrono::day(static_cast<unsigned>(numberFrom(text.substr(8, 2))))};
    if (!date.ok())
        return std::nullopt;
    const UtcMinute begin = std::chrono::sys_days(date);
    return TimeSpan{begin, begin + std::chrono::days(1), TimePrecision::Day};
}

} // namespace

void writeAcledShape(QFile &file, int count)
{
    file.write("event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,"
               "assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,country,"
               "admin1,admin2,admin3,location,latitude,longitude,geo_precision,source,source_scale,notes,fatalities,"
               "tags,timestamp\n");
    std::mt19937 random(2022); // The engine's numbers are the same everywhere, distributions are not.
    const auto below = [&random](unsigned bound) { return static_cast<int>(random() % bound); };
    QByteArray notes =
        QByteArray("On the day, forces of the first side shelled positions near the town, \"\"heavily\"\" "
                   "as the ministry said; the other side answered. ")
            .repeated(2)
            .first(202);
    QByteArray lines;
    for (int i = 0; i < count; ++i) {
        const auto sub = static_cast<SubKind>(below(subKindCount));
        const int town = below(300);
        const QDate day = QDate(2018, 1, 1).addDays(i / 400 % 1800);
        const auto number = [](double value) { return QByteArray::number(value, 'f', 4); };
        const QByteArray fields[] = {"AZE" + QByteArray::number(i),
                                     day.toString(Qt::ISODate).toLatin1(),
                                     QByteArray::number(day.year()),
                                     QByteArray::number(1 + below(3)),
                                     "Political violence",
                                     termOf(kindOf(sub)).toLatin1(),
                                     termOf(sub).toLatin1(),
                                     "Forces of A",
                                     "",
                                     "1",
                                     "Forces of B",
                                     "",
                                     "8",
                                     "18",
                                     "",
                                     "31",
                                     "Caucasus",
                                     "Azerbaijan",
                                     "Province " + QByteArray::number(town % 30),
                                     "District " + QByteArray::number(town % 90),
                                     "",
                                     "Town " + QByteArray::number(town),
                                     number(38.5 + town % 20 * 0.13 + below(1000) * 1e-4),
                                     number(44.1 + town / 20 * 0.3 + below(1000) * 1e-4),
                                     QByteArray::number(1 + below(3)),
                                     "Agency B",
                                     "Other",
                                     '"' + notes + '"',
                                     QByteArray::number(below(4)),
                                     "",
                                     QByteArray::number(1663000000 + i)};
        for (qsizetype f = 0; f < 31; ++f)
            lines += fields[f] + (f == 30 ? '\n' : ',');
        if (lines.size() > 4'000'000 || i + 1 == count) {
            file.write(lines);
            lines.clear();
        }
    }
}

std::optional<Result<IncidentRow>> AcledRows::next()
{
    if (!m_reader.next())
        return std::nullopt;
    const std::span<const std::string_view> cell = m_reader.cells();
    if (cell.size() != 31)
        return failure(Error::Kind::Malformed, QStringLiteral("A row has not 31 cells"));
    IncidentRow row;
    row.number = m_reader.line();
    row.dataSetId = cell[0];
    row.title = m_title.assign(cell[6]).append(", ").append(cell[21]);
    row.time = dayFrom(cell[1]);
    row.subKind = subKindFrom(cell[6]);
    row.kind = row.subKind ? kindOf(*row.subKind) : Kind::StrategicDevelopments;
    row.actors = listOf(cell[7], cell[10]);
    row.precision = cell[24] == "1" ? LocationPrecision::Exact
        : cell[24] == "2"           ? LocationPrecision::Near
                                    : LocationPrecision::Province;
    row.point = LonLat{numberFrom(cell[23]), numberFrom(cell[22])};
    row.radiusMetres = cell[24] == "2" ? 10000 : 0;
    row.place = cell[21];
    row.province = cell[18];
    row.country = "AZ";
    m_loss.low = m_loss.high = static_cast<qint64>(numberFrom(cell[28]));
    if (m_loss.low > 0)
        row.losses = {&m_loss, 1};
    row.notes = cell[27];
    row.attributes = attributesFrom(cell);
    return row;
}

std::string_view AcledRows::attributesFrom(std::span<const std::string_view> cell)
{
    // What has no column of its own; none of these cells holds what JSON would escape.
    constexpr std::array<std::pair<std::size_t, std::string_view>, 6> rest{{{4, "{\"disorder_type\":\""},
                                                                            {9, "\",\"inter1\":\""},
                                                                            {12, "\",\"inter2\":\""},
                                                                            {16, "\",\"region\":\""},
                                                                            {19, "\",\"admin2\":\""},
                                                                            {25, "\",\"source\":\""}}};
    m_attributes.clear();
    for (const auto &[index, name] : rest)
        m_attributes.append(name).append(cell[index]);
    return m_attributes.append("\"}");
}

} // namespace dateline
