#include "geo/angletext.h"

#include "geo/angletokens.h"
#include "geo/coordinatestext.h"

#include <QLocale>

#include <array>
#include <cmath>
#include <span>

namespace dateline
{

namespace
{

using Tokens = std::span<const AngleToken>;

/// An angle as it is written; its letter says which way it counts.
struct WrittenAngle
{
    AngleReading reading;
    char letter = 0; ///< N, S, E, W or none; N or E also for the word latitude or longitude.
};

std::unexpected<Error> angleFailure(const QString &message)
{
    return failure(Error::Kind::Malformed, message);
}

std::unexpected<Error> noAngles()
{
    return failure(Error::Kind::NotFound,
                   CoordinatesText::tr("These are no coordinates: write them like 39.5077, 46.3386 or "
                                       "39°30′27.7″N 46°20′19″E or 38S PJ 15080 73974"));
}

bool isKind(Tokens tokens, std::size_t at, AngleToken::Kind kind)
{
    return at < tokens.size() && tokens[at].kind == kind;
}

/// 393027 with a letter is 39°30′27″, 3930.5 is 39°30.5′, as pilots and mariners write.
AngleReading runTogether(const AngleToken &number)
{
    const double step = 0.5 * std::pow(10.0, -number.decimals);
    if (number.wholeDigits <= 5) {
        const double degrees = std::floor(number.value / 100);
        return {degrees + (number.value - 100 * degrees) / 60, step / 60};
    }
    const double degrees = std::floor(number.value / 10000);
    const double minutes = std::floor(number.value / 100) - 100 * degrees;
    return {degrees + minutes / 60 + std::fmod(number.value, 100) / 3600, step / 3600};
}

/// Reads one angle after the other.
class AngleReader
{
public:
    /// @param mostParts of an angle: degrees, minutes and seconds.
    AngleReader(Tokens tokens, std::size_t mostParts)
        : m_tokens(tokens)
        , m_mostParts(mostParts)
    {
    }

    Result<WrittenAngle> take()
    {
        WrittenAngle angle;
        if (here(AngleToken::Kind::Letter) || here(AngleToken::Kind::Axis))
            angle.letter = m_tokens[m_at++].letter;
        const bool isAxis = m_at > 0 && m_tokens[m_at - 1].kind == AngleToken::Kind::Axis;
        double sign = 0;
        if (here(AngleToken::Kind::Sign))
            sign = m_tokens[m_at++].value;
        const std::vector<AngleToken> parts = takeParts();
        if (parts.empty())
            return noAngles();
        if (here(AngleToken::Kind::Letter) && (angle.letter == 0 || isAxis)) {
            const char letter = m_tokens[m_at++].letter;
            const bool isLatitude = letter == 'N' || letter == 'S';
            if (isAxis && isLatitude != (angle.letter == 'N'))
                return noAngles();
            angle.letter = letter;
        }
        const bool isHemisphere = angle.letter != 0 && (!isAxis || angle.letter == 'S' || angle.letter == 'W');
        if (sign != 0 && isHemisphere)
            return angleFailure(CoordinatesText::tr("A sign and a letter say the same: write −39.5 or 39.5 S"));
        const Result<AngleReading> reading = fromParts(parts, angle.letter != 0);
        if (!reading)
            return std::unexpected(reading.error());
        angle.reading = *reading;
        if (sign < 0 || angle.letter == 'S' || angle.letter == 'W')
            angle.reading.degrees = -angle.reading.degrees;
        return angle;
    }

    void skipSeparator()
    {
        if (here(AngleToken::Kind::Separator))
            ++m_at;
    }
    bool isAtEnd() const { return m_at == m_tokens.size(); }

private:
    bool here(AngleToken::Kind kind) const { return isKind(m_tokens, m_at, kind); }

    /// The numbers of one angle, with their marks in the right order.
    std::vector<AngleToken> takeParts()
    {
        using enum AngleToken::Kind;
        constexpr std::array marks{Degree, Minute, Second};
        std::vector<AngleToken> parts;
        bool isJoined = false;
        while (here(Number) && parts.size() < m_mostParts) {
            // A number of degrees, or one that nothing joins to what is joined, begins the next angle.
            const bool isNext = isKind(m_tokens, m_at + 1, Degree) || (isJoined && m_tokens[m_at - 1].kind != Joint);
            if (!parts.empty() && isNext)
                break;
            parts.push_back(m_tokens[m_at++]);
            if (here(Joint)) {
                isJoined = true;
                ++m_at;
            } else if (here(marks.at(parts.size() - 1))) {
                ++m_at;
            }
        }
        return parts;
    }

    static Result<AngleReading> fromParts(std::span<const AngleToken> parts, bool hasLetter)
    {
        if (parts.size() == 1 && hasLetter && parts[0].wholeDigits >= 4 && parts[0].wholeDigits <= 7)
            return runTogether(parts[0]);
        AngleReading angle;
        double unit = 1;
        for (std::size_t i = 0; i < parts.size(); ++i, unit /= 60) {
            if (i + 1 < parts.size() && parts[i].decimals > 0)
                return angleFailure(CoordinatesText::tr("Only the last of degrees, minutes and seconds has decimals"));
            if (i > 0 && parts[i].value >= 60)
                return angleFailure(CoordinatesText::tr("Minutes and seconds go up to 59: %1 is too many")
                                        .arg(QLocale::c().toString(parts[i].value, 'f', parts[i].decimals)));
            angle.degrees += parts[i].value * unit;
            angle.halfStep = 0.5 * std::pow(10.0, -parts[i].decimals) * unit;
        }
        return angle;
    }

    Tokens m_tokens;
    std::size_t m_mostParts;
    std::size_t m_at = 0;
};

bool isLatitudeLetter(char letter)
{
    return letter == 'N' || letter == 'S';
}

bool isLongitudeLetter(char letter)
{
    return letter == 'E' || letter == 'W';
}

Result<AngleReading> checked(const WrittenAngle &angle, double most, const QString &message)
{
    if (!(std::abs(angle.reading.degrees) <= most))
        return angleFailure(message);
    return angle.reading;
}

Result<AngleReading> checkedLatitude(const WrittenAngle &angle)
{
    if (isLongitudeLetter(angle.letter))
        return angleFailure(CoordinatesText::tr("This is a longitude where a latitude belongs: write N or S"));
    return checked(angle, 90, CoordinatesText::tr("No latitude is beyond 90 degrees"));
}

Result<AngleReading> checkedLongitude(const WrittenAngle &angle)
{
    if (isLatitudeLetter(angle.letter))
        return angleFailure(CoordinatesText::tr("This is a latitude where a longitude belongs: write E or W"));
    return checked(angle, 180, CoordinatesText::tr("No longitude is beyond 180 degrees"));
}

Result<CoordinateReading> placed(const WrittenAngle &one, const WrittenAngle &other, bool hasParts)
{
    if ((one.letter == 0) != (other.letter == 0))
        return angleFailure(CoordinatesText::tr("One of the two has a letter: write N or S and E or W with both, or "
                                                "neither"));
    if (one.letter != 0 && isLatitudeLetter(one.letter) == isLatitudeLetter(other.letter))
        return angleFailure(CoordinatesText::tr("A place is a latitude, N or S, and a longitude, E or W: this is twice "
                                                "the same"));
    const bool isLongitudeFirst = isLongitudeLetter(one.letter);
    const WrittenAngle &lat = isLongitudeFirst ? other : one;
    const WrittenAngle &lon = isLongitudeFirst ? one : other;
    const bool isSwapped = one.letter == 0 && std::abs(lat.reading.degrees) > 90 && std::abs(lat.reading.degrees) <= 180
        && std::abs(lon.reading.degrees) <= 90;
    if (isSwapped)
        return angleFailure(CoordinatesText::tr("No latitude is beyond 90 degrees: write the latitude first, or the "
                                                "letters N or S and E or W"));
    const Result<AngleReading> latitude = checkedLatitude(lat);
    const Result<AngleReading> longitude = checkedLongitude(lon);
    if (!latitude || !longitude)
        return std::unexpected((latitude ? longitude : latitude).error());
    CoordinateReading reading = coordinatesFrom(*latitude, *longitude);
    reading.format = hasParts ? CoordinateFormat::DegreesMinutesSeconds : CoordinateFormat::Degrees;
    return reading;
}

/// How many parts an angle has where nothing but spaces is between the numbers; three where marks tell; none if it is odd.
std::optional<std::size_t> partsOfEach(Tokens tokens)
{
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (tokens[i].kind != AngleToken::Kind::Number && (i > 0 || tokens[i].kind != AngleToken::Kind::Sign))
            return 3;
    }
    const std::size_t numbers = tokens.size() - (isKind(tokens, 0, AngleToken::Kind::Sign) ? 1 : 0);
    return numbers == 2 || numbers == 4 || numbers == 6 ? std::optional(numbers / 2) : std::nullopt;
}

bool hasMarks(Tokens tokens)
{
    using enum AngleToken::Kind;
    return std::ranges::any_of(tokens, [](const AngleToken &t) {
        return t.kind == Degree || t.kind == Minute || t.kind == Letter || t.kind == Joint;
    });
}

Result<CoordinateReading> anglesWith(QStringView text, CommaMeaning comma)
{
    const std::optional<std::vector<AngleToken>> tokens = angleTokens(text, comma);
    const std::optional<std::size_t> most = tokens ? partsOfEach(*tokens) : std::nullopt;
    if (!most)
        return noAngles();
    AngleReader reader(*tokens, *most);
    const Result<WrittenAngle> one = reader.take();
    if (!one)
        return std::unexpected(one.error());
    reader.skipSeparator();
    const Result<WrittenAngle> other = reader.take();
    if (!other)
        return std::unexpected(other.error());
    if (!reader.isAtEnd())
        return noAngles();
    const std::ptrdiff_t numbers =
        std::ranges::count(*tokens, AngleToken::Kind::Number, [](const AngleToken &t) { return t.kind; });
    // 39, 46 20 without marks is more likely a slip than 39° and 46°20′.
    if (!hasMarks(*tokens) && numbers % 2 != 0)
        return noAngles();
    return placed(*one, *other, numbers > 2);
}

Result<WrittenAngle> angleOfCell(QStringView text)
{
    const std::optional<std::vector<AngleToken>> tokens = angleTokens(text, CommaMeaning::Decimal);
    if (!tokens)
        return angleFailure(CoordinatesText::tr("This is no number of degrees: write it like 39.5077 or 39°30′27.7″N"));
    AngleReader reader(*tokens, 3);
    Result<WrittenAngle> angle = reader.take();
    if (angle && !reader.isAtEnd())
        return angleFailure(CoordinatesText::tr("This is no number of degrees: write it like 39.5077 or 39°30′27.7″N"));
    return angle;
}

// The steps of an angle as it is written, in tenths of seconds.
constexpr qint64 tenthOfSecond = 1;
constexpr qint64 wholeSecond = 10;
constexpr qint64 wholeMinute = 600;

QString oneAngleText(double degrees, qint64 step, QChar positive, QChar negative)
{
    // Counted in steps, so that 59.96 seconds become a minute.
    const qint64 tenths = std::llround(std::abs(degrees) * 36000 / static_cast<double>(step)) * step;
    const QLatin1Char nought('0');
    QString text = QStringLiteral("%1°%2′").arg(tenths / 36000).arg(tenths / 600 % 60, 2, 10, nought);
    if (step < wholeMinute)
        text += QStringLiteral("%1").arg(tenths / 10 % 60, 2, 10, nought);
    if (step < wholeSecond)
        text += QStringLiteral(".%1").arg(tenths % 10);
    if (step < wholeMinute)
        text += u'″';
    return text + (degrees < 0 && tenths > 0 ? negative : positive);
}

} // namespace

QString degreesMinutesSecondsText(LonLat at, double metres)
{
    // A second is 31 metres and a minute 1.9 kilometres.
    const qint64 step = metres < 10 ? tenthOfSecond : metres < 250 ? wholeSecond : wholeMinute;
    return oneAngleText(at.lat, step, u'N', u'S') + u' ' + oneAngleText(at.lon, step, u'E', u'W');
}

Result<CoordinateReading> anglesFrom(QStringView text)
{
    const Result<CoordinateReading> asSeparators = anglesWith(text, CommaMeaning::Separator);
    if (!hasTightComma(text))
        return asSeparators;
    const Result<CoordinateReading> asDecimals = anglesWith(text, CommaMeaning::Decimal);
    if (asSeparators && asDecimals)
        return angleFailure(CoordinatesText::tr("The commas may be decimal or between the two: write decimals with a "
                                                "point, like 39.5077, 46.3386"));
    if (asSeparators || asDecimals)
        return asSeparators ? asSeparators : asDecimals;
    // What is wrong with a value tells more than that it cannot be taken apart.
    return asSeparators.error().kind == Error::Kind::NotFound ? asDecimals : asSeparators;
}

Result<AngleReading> latitudeFrom(QStringView text)
{
    return angleOfCell(text.trimmed()).and_then(checkedLatitude);
}

Result<AngleReading> longitudeFrom(QStringView text)
{
    return angleOfCell(text.trimmed()).and_then(checkedLongitude);
}

} // namespace dateline
