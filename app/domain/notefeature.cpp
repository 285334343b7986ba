#include "domain/notefeature.h"

#include "domain/figurenotekeys.h"
#include "domain/keys.h"

#include <QJsonArray>

#include <array>
#include <cmath>

namespace dateline
{

using namespace Qt::StringLiterals;

namespace
{

template<std::size_t Count>
QStringList listOf(const std::array<QLatin1StringView, Count> &keys)
{
    return {keys.begin(), keys.end()};
}

QString limitText(double value)
{
    return QString::number(value, 'g', 6);
}

/// Reads one feature; of several problems, the first is told.
class FeatureReader
{
public:
    explicit FeatureReader(const QJsonObject &feature)
        : m_properties(feature[u"properties"_s].toObject())
        , m_geometry(feature[u"geometry"_s].toObject())
    {
        if (feature[u"type"_s] != u"Feature"_s)
            tell(NoteText::tr("it is no GeoJSON Feature"));
    }

    [[nodiscard]] const QString &problem() const { return m_problem; }

    /// A note for each part of the geometry.
    std::vector<FigureNote> take()
    {
        const std::vector<std::vector<NotePoint>> parts = m_geometry.isEmpty() ? pagePoints() : groundPoints();
        FigureNote note = freshNote(choice(noteKindKeys, u"kind"_s, kindByContent(), NoteText::tr("kind of note")));
        note.on = m_geometry.isEmpty() ? NoteOn::Page : NoteOn::Ground;
        readWords(note);
        readStyle(note);
        readSymbol(note);
        if (note.kind == NoteKind::Image)
            readImage(note);
        std::vector<FigureNote> notes;
        for (const std::vector<NotePoint> &part : partsFor(note.kind, parts)) {
            note.points = part;
            if (isArea(note.kind) && note.points.size() > 1 && note.points.front() == note.points.back())
                note.points.pop_back();
            checkPoints(note);
            notes.push_back(note);
        }
        return notes;
    }

private:
    void tell(const QString &problem)
    {
        if (m_problem.isEmpty())
            m_problem = problem;
    }

    [[nodiscard]] bool has(const QString &key) const
    {
        const QJsonValue value = m_properties[key];
        return !value.isUndefined() && !value.isNull()
            && value != QJsonValue(QString()); // As tables leave fields empty.
    }

    template<std::size_t Count, typename Enum>
    Enum choice(const std::array<QLatin1StringView, Count> &keys, const QString &key, Enum otherwise,
                const QString &called)
    {
        if (!has(key))
            return otherwise;
        const QString word = m_properties[key].toVariant().toString();
        if (const std::optional<Enum> found = enumFromKey<Enum>(keys, word.toLower()))
            return *found;
        tell(NoteText::tr("“%1” is no %2; use one of: %3")
                 .arg(word.left(40), called, listOf(keys).join(QStringLiteral(", "))));
        return otherwise;
    }

    double number(const QString &key, double least, double most, double otherwise)
    {
        if (!has(key))
            return otherwise;
        const QJsonValue value = m_properties[key];
        bool isNumber = value.isDouble();
        const double given = isNumber ? value.toDouble() : value.toString().toDouble(&isNumber);
        if (isNumber && given >= least && given <= most)
            return given;
        tell(NoteText::tr("“%1” is to be a number from %2 to %3, not “%4”")
                 .arg(key, limitText(least), limitText(most), value.toVariant().toString().left(40)));
        return otherwise;
    }

    bool flag(const QString &key)
    {
        if (!has(key))
            return false;
        const QString word = m_properties[key].toVariant().toString().toLower();
        if (word == u"true" || word == u"1")
            return true;
        if (word != u"false" && word != u"0")
            tell(NoteText::tr("“%1” is to be true or false, not “%2”").arg(key, word.left(40)));
        return false;
    }

    [[nodiscard]] NoteKind kindByContent() const
    {
        const QString type = m_geometry[u"type"_s].toString();
        if (type.endsWith("LineString"_L1))
            return NoteKind::Line;
        if (type.endsWith("Polygon"_L1))
            return NoteKind::Polygon;
        return has(u"symbol"_s) || has(u"frame"_s) ? NoteKind::Symbol
            : has(u"image"_s)                      ? NoteKind::Image
                                                   : NoteKind::Text;
    }

    void readWords(FigureNote &note)
    {
        constexpr qsizetype mostLetters = 2000;
        note.text = has(u"text"_s) ? m_properties[u"text"_s].toVariant().toString().trimmed() : QString();
        note.measured = flag(u"measured"_s);
        note.inKey = flag(u"inKey"_s);
        if (note.text.size() > mostLetters)
            tell(NoteText::tr("its text has %1 letters and can have %2").arg(note.text.size()).arg(mostLetters));
        if (note.text.isEmpty() && note.kind == NoteKind::Text)
            tell(NoteText::tr("a text without words shows nothing; give it a “text”"));
    }

    void readStyle(FigureNote &note)
    {
        note.widthPt = number(u"width"_s, 0.25, 24, note.widthPt);
        note.dash = choice(noteDashKeys, u"dash"_s, note.dash, NoteText::tr("kind of stroke"));
        note.fill = choice(noteFillKeys, u"fill"_s, note.fill, NoteText::tr("fill"));
        note.textPt = number(u"textSize"_s, leastNoteText, 72, note.textPt);
        note.rotation = number(u"rotation"_s, -360, 360, note.rotation);
    }

    void readSymbol(FigureNote &note)
    {
        note.symbol = choice(noteSymbolKeys, u"symbol"_s, note.symbol, NoteText::tr("symbol"));
        const std::optional<NoteFrame> byMeaning =
            enumFromKey<NoteFrame>(app6FrameKeys, m_properties[u"frame"_s].toString().toLower());
        note.frame = byMeaning && has(u"frame"_s)
            ? *byMeaning
            : choice(noteFrameKeys, u"frame"_s, note.frame, NoteText::tr("frame of a symbol"));
        note.size = choice(noteSizeKeys, u"size"_s, note.size, NoteText::tr("size of a unit"));
        note.heightPt = number(u"height"_s, 6, 400, note.heightPt);
        constexpr std::array frameColours{NoteColour::Ink, NoteColour::Blue, NoteColour::Red, NoteColour::Green,
                                          NoteColour::Yellow};
        if (note.frame != NoteFrame::None)
            note.colour = frameColours.at(static_cast<std::size_t>(note.frame));
        note.colour = choice(noteColourKeys, u"colour"_s, note.colour, NoteText::tr("colour of notes"));
        if (note.kind == NoteKind::Symbol && note.symbol == NoteSymbol::Empty && note.frame == NoteFrame::None)
            tell(NoteText::tr("a symbol needs a “symbol” or a “frame”"));
    }

    void readImage(FigureNote &note)
    {
        QString text = m_properties[u"image"_s].toString();
        if (text.startsWith("data:"_L1)) // As web pages have them.
            text = text.sliced(text.indexOf(u',') + 1);
        const auto decoded = QByteArray::fromBase64Encoding(
            text.toLatin1(), QByteArray::Base64Encoding | QByteArray::AbortOnBase64DecodingErrors);
        note.image = decoded.decoded;
        const bool isImage = note.image.startsWith("\x89PNG\r\n\x1a\n") || note.image.startsWith("\xff\xd8\xff");
        if (decoded.decodingStatus != QByteArray::Base64DecodingStatus::Ok || !isImage)
            tell(NoteText::tr("its “image” is no PNG or JPEG in Base64"));
    }

    std::vector<std::vector<NotePoint>> pagePoints()
    {
        if (!has(u"page"_s)) {
            tell(NoteText::tr("it has neither a geometry nor points on the “page”"));
            return {};
        }
        return {pointsFrom(m_properties[u"page"_s].toArray(), -1, 2)};
    }

    std::vector<std::vector<NotePoint>> groundPoints()
    {
        const QString type = m_geometry[u"type"_s].toString();
        const QJsonArray at = m_geometry[u"coordinates"_s].toArray();
        std::vector<std::vector<NotePoint>> parts;
        const auto addRings = [&](const QJsonArray &rings) {
            if (rings.size() != 1)
                tell(NoteText::tr("an area of a note has one outline and no holes; draw it as several areas"));
            else
                parts.push_back(pointsFrom(rings[0].toArray(), 0, 0));
        };
        if (type == u"Point") {
            QJsonArray only;
            only.append(at);
            parts.push_back(pointsFrom(only, 0, 0));
        } else if (type == u"LineString" || type == u"MultiPoint") {
            parts.push_back(pointsFrom(at, 0, 0));
        } else if (type == u"Polygon") {
            addRings(at);
        } else if (type == u"MultiLineString") {
            parts.reserve(static_cast<std::size_t>(at.size()));
            for (const QJsonValue part : at)
                parts.push_back(pointsFrom(part.toArray(), 0, 0));
        } else if (type == u"MultiPolygon") {
            for (const QJsonValue part : at)
                addRings(part.toArray());
        } else {
            tell(NoteText::tr("its geometry is “%1”, and notes have points, lines or polygons").arg(type.left(40)));
        }
        return parts;
    }

    /// @param low,high of shares of the page; 0 and 0: longitudes and latitudes.
    std::vector<NotePoint> pointsFrom(const QJsonArray &array, double low, double high)
    {
        const bool onPage = low < high;
        std::vector<NotePoint> points;
        points.reserve(static_cast<std::size_t>(array.size()));
        for (const QJsonValue value : array) {
            const NotePoint at{value[0].toDouble(NAN), value[1].toDouble(NAN)};
            const bool fits = onPage ? at.x >= low && at.x <= high && at.y >= low && at.y <= high
                                     : std::abs(at.x) <= 540 && std::abs(at.y) <= 90;
            if (!fits && onPage)
                tell(NoteText::tr("a point on the page is a pair of shares of its width and height, such as 0.5, 0.5"));
            else if (!fits)
                tell(NoteText::tr("a point on the ground is a longitude and a latitude in degrees"));
            points.push_back(at);
        }
        return points;
    }

    /// Points of their own become a note each where one has but one.
    static std::vector<std::vector<NotePoint>> partsFor(NoteKind kind, const std::vector<std::vector<NotePoint>> &parts)
    {
        if (parts.size() != 1 || pointsOf(kind).most != 1)
            return parts;
        std::vector<std::vector<NotePoint>> single;
        single.reserve(parts.front().size());
        for (const NotePoint &point : parts.front())
            single.push_back({point});
        return single;
    }

    void checkPoints(const FigureNote &note)
    {
        const auto [least, most] = pointsOf(note.kind);
        if (note.points.size() >= least && note.points.size() <= most)
            return;
        const QString wanted = least == most ? QString::number(least) : NoteText::tr("%1 to %2").arg(least).arg(most);
        tell(NoteText::tr("“%1” has %2 points, not %3")
                 .arg(keyOf(note.kind), wanted, QString::number(note.points.size())));
    }

    QJsonObject m_properties;
    QJsonObject m_geometry;
    QString m_problem;
};

} // namespace

Result<std::vector<FigureNote>> notesFromFeature(const QJsonObject &feature)
{
    FeatureReader reader(feature);
    std::vector<FigureNote> notes = reader.take();
    if (!reader.problem().isEmpty())
        return failure(Error::Kind::Malformed, reader.problem());
    return notes;
}

} // namespace dateline
