#include "base/zipreading.h"
#include "tables/readers/cellvalues.h"
#include "tables/readers/readers.h"
#include "tables/readers/refusals.h"
#include "tables/readers/sheetrows.h"

#include <QRegularExpression>
#include <QXmlStreamReader>

#include <algorithm>

namespace dateline
{

namespace
{

constexpr QLatin1StringView contentPart("content.xml");

qint64 repeatsOf(const QXmlStreamReader &xml, const char *name)
{
    // A sheet has so many rows.
    constexpr qint64 most = 1'048'576;
    return std::clamp(
        xml.attributes()
            .value(QLatin1StringView("urn:oasis:names:tc:opendocument:xmlns:table:1.0"), QLatin1StringView(name))
            .toLongLong(),
        qint64{1}, most);
}

/// Attribute @p name of the office's own words.
QString officeValue(const QXmlStreamReader &xml, const char *name)
{
    return xml.attributes()
        .value(QLatin1StringView("urn:oasis:names:tc:opendocument:xmlns:office:1.0"), QLatin1StringView(name))
        .toString();
}

/// “14:05:00” of “PT14H05M00S”; what it is otherwise.
QString clockFrom(const QString &duration)
{
    static const QRegularExpression form(QStringLiteral("^PT(\\d+)H(\\d+)M(\\d+)(?:[.,]\\d+)?S$"));
    const QRegularExpressionMatch match = form.match(duration);
    if (!match.hasMatch())
        return duration;
    return QStringLiteral("%1:%2:%3")
        .arg(match.captured(1).toInt(), 2, 10, QChar(u'0'))
        .arg(match.captured(2).toInt(), 2, 10, QChar(u'0'))
        .arg(match.captured(3).toInt(), 2, 10, QChar(u'0'));
}

/// Goes through the sheets of a spreadsheet.
class OdsContent
{
public:
    explicit OdsContent(QIODevice &device)
        : m_xml(&device)
    {
    }

    /// Goes to the next sheet.
    [[nodiscard]] bool nextSheet()
    {
        while (!m_xml.atEnd()) {
            if (m_xml.readNext() == QXmlStreamReader::StartElement && m_xml.name() == u"table"
                && m_xml.namespaceUri().endsWith(u"table:1.0"))
                return true;
        }
        return false;
    }
    [[nodiscard]] QString name() const
    {
        return m_xml.attributes()
            .value(QLatin1StringView("urn:oasis:names:tc:opendocument:xmlns:table:1.0"), QLatin1StringView("name"))
            .toString();
    }
    void passSheet() { m_xml.skipCurrentElement(); }

    /// Reads the sheet it is in. False: it is damaged.
    [[nodiscard]] bool read(RecordTaker &taker)
    {
        SheetRows rows(taker);
        m_row = 0;
        while (!m_xml.atEnd()) {
            const QXmlStreamReader::TokenType token = m_xml.readNext();
            if (token == QXmlStreamReader::EndElement && m_xml.name() == u"table")
                return true;
            if (token != QXmlStreamReader::StartElement)
                continue;
            if (m_xml.name() == u"table-row") {
                if (!readRow(rows))
                    return true;
            } else if (m_xml.name() == u"shapes" || m_xml.name() == u"forms" || m_xml.name() == u"dde-link") {
                m_xml.skipCurrentElement();
            }
        }
        return !m_xml.hasError();
    }

    [[nodiscard]] bool isDamaged() const { return m_xml.hasError(); }
    [[nodiscard]] qint64 row() const { return m_row; }

private:
    /// False: no more is wanted.
    [[nodiscard]] bool readRow(SheetRows &rows)
    {
        const qint64 repeats = repeatsOf(m_xml, "number-rows-repeated");
        struct Filled
        {
            std::size_t column;
            std::string text;
        };
        std::vector<Filled> filled;
        std::size_t column = 0;
        while (!m_xml.atEnd()) {
            const QXmlStreamReader::TokenType token = m_xml.readNext();
            if (token == QXmlStreamReader::EndElement && m_xml.name() == u"table-row")
                break;
            if (token != QXmlStreamReader::StartElement)
                continue;
            const auto cells = static_cast<std::size_t>(repeatsOf(m_xml, "number-columns-repeated"));
            const std::string text = m_xml.name() == u"table-cell" ? readCell() : std::string();
            if (m_xml.name() == u"covered-table-cell")
                m_xml.skipCurrentElement();
            // One more than a row may have tells that it has too many.
            for (std::size_t i = 0; !text.empty() && i < cells && column + i <= SheetRows::mostColumns; ++i)
                filled.push_back({column + i, text});
            column += cells;
        }
        for (qint64 i = 0; i < repeats; ++i) {
            ++m_row;
            if (filled.empty()) { // To the end of the sheet, mostly.
                m_row += repeats - 1;
                break;
            }
            for (const Filled &cell : filled)
                rows.set(cell.column, cell.text);
            if (!rows.end(m_row))
                return false;
        }
        return true;
    }

    [[nodiscard]] std::string readCell()
    {
        const QString type = officeValue(m_xml, "value-type");
        const QString date = officeValue(m_xml, "date-value");
        const QString time = officeValue(m_xml, "time-value");
        const QString value = officeValue(m_xml, "value");
        const QString truth = officeValue(m_xml, "boolean-value");
        QString words;
        readWords(words);
        if (type == u"date")
            return date.toStdString();
        if (type == u"time")
            return clockFrom(time).toStdString();
        if (type == u"boolean")
            return truth.toStdString();
        bool isNumber = false;
        const double number = value.toDouble(&isNumber);
        return isNumber && type != u"string" ? textFromNumber(number) : words.toStdString();
    }

    /// The paragraphs of a cell, without what was remarked about it; goes to its end.
    void readWords(QString &words)
    {
        bool inParagraph = false;
        while (!m_xml.atEnd()) {
            const QXmlStreamReader::TokenType token = m_xml.readNext();
            if (token == QXmlStreamReader::EndElement && m_xml.name() == u"table-cell")
                return;
            if (token == QXmlStreamReader::EndElement && m_xml.name() == u"p")
                inParagraph = false;
            if (token == QXmlStreamReader::Characters && inParagraph)
                words += m_xml.text();
            if (token != QXmlStreamReader::StartElement)
                continue;
            if (m_xml.name() == u"annotation") {
                m_xml.skipCurrentElement();
            } else if (m_xml.name() == u"p") {
                inParagraph = true;
                if (!words.isEmpty())
                    words += u'\n';
            } else if (m_xml.name() == u"s") {
                words += u' ';
            } else if (m_xml.name() == u"line-break") {
                words += u'\n';
            }
        }
    }

    QXmlStreamReader m_xml;
    qint64 m_row = 0;
};

std::unexpected<Error> damagedOds(const ForeignFile &file, const UnpackingDevice &device)
{
    if (device.error())
        return std::unexpected(*device.error());
    return refusedFile(Error::Kind::Malformed, "“%1” is a spreadsheet that is damaged; save it anew", file.name);
}

Result<void> readOdsSheet(const ForeignFile &file, int sheet, RecordTaker &taker)
{
    const Result<std::unique_ptr<UnpackingDevice>> device = UnpackingDevice::openEntry(file, contentPart);
    if (!device)
        return std::unexpected(device.error());
    OdsContent content(**device);
    for (int i = 0; content.nextSheet(); ++i) {
        if (i < sheet) {
            content.passSheet();
            continue;
        }
        if (content.read(taker))
            return {};
        if ((*device)->error())
            return std::unexpected(*(*device)->error());
        return failure(Error::Kind::Malformed,
                       TablesText::tr("“%1” is damaged behind row %2; save it anew").arg(file.name).arg(content.row()),
                       file.name);
    }
    return damagedOds(file, **device);
}

} // namespace

Result<ForeignTables> tablesInOds(const ForeignFile &file)
{
    // A locked one is a zip archive like others, with a list of its parts that says so.
    if (const Result<QByteArray> manifest = bytesOf(file, QStringLiteral("META-INF/manifest.xml"));
        manifest && manifest->contains("encryption-data"))
        return lockedFile(file.name);
    const Result<std::unique_ptr<UnpackingDevice>> device = UnpackingDevice::openEntry(file, contentPart);
    if (!device)
        return std::unexpected(device.error());
    OdsContent content(**device);
    ForeignTables tables;
    while (content.nextSheet()) {
        const int sheet = static_cast<int>(tables.size());
        tables.push_back({content.name(), RowUnit::Row, true,
                          [file, sheet](RecordTaker &taker) { return readOdsSheet(file, sheet, taker); }});
        content.passSheet();
    }
    if (content.isDamaged() || tables.empty())
        return damagedOds(file, **device);
    return tables;
}

} // namespace dateline
