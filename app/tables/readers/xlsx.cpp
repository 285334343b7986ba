#include "base/zipreading.h"
#include "tables/readers/cellvalues.h"
#include "tables/readers/readers.h"
#include "tables/readers/refusals.h"
#include "tables/readers/sheetrows.h"

#include <QHash>
#include <QXmlStreamReader>

#include <algorithm>

namespace dateline
{

namespace
{

std::unexpected<Error> damagedWorkbook(const QString &name)
{
    return refusedFile(Error::Kind::Malformed, "“%1” is a spreadsheet that is damaged; save it anew", name);
}

/// Texts that cells name by their number, one behind the other.
class SharedStrings
{
public:
    [[nodiscard]] bool read(QXmlStreamReader &xml)
    {
        while (!xml.atEnd()) {
            if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == u"si") {
                readText(xml, u"si", m_all);
                m_ends.push_back(m_all.size());
            }
        }
        return !xml.hasError();
    }

    [[nodiscard]] std::string at(std::size_t index) const
    {
        if (index >= m_ends.size())
            return {};
        const std::size_t begin = index == 0 ? 0 : m_ends[index - 1];
        return m_all.substr(begin, m_ends[index] - begin);
    }

    /// Appends the runs of text in the element @p name, without how they are pronounced.
    static void readText(QXmlStreamReader &xml, QStringView name, std::string &text)
    {
        while (!xml.atEnd()) {
            const QXmlStreamReader::TokenType token = xml.readNext();
            if (token == QXmlStreamReader::EndElement && xml.name() == name)
                return;
            if (token != QXmlStreamReader::StartElement)
                continue;
            if (xml.name() == u"rPh")
                xml.skipCurrentElement();
            else if (xml.name() == u"t")
                text += xml.readElementText(QXmlStreamReader::SkipChildElements).toStdString();
        }
    }

private:
    std::string m_all;
    std::vector<std::size_t> m_ends;
};

/// What all sheets of a workbook share.
struct Workbook
{
    ForeignFile file;
    bool since1904 = false;
    std::vector<bool> showsTime; ///< For each style of cells.
    SharedStrings strings;
};

/// Which styles of cells show numbers as times.
std::vector<bool> timeStylesIn(QXmlStreamReader &xml)
{
    // The formats that have numbers of their own and no words.
    const auto isBuiltIn = [](int format) {
        return (format >= 14 && format <= 22) || (format >= 27 && format <= 36) || (format >= 45 && format <= 47)
            || (format >= 50 && format <= 58);
    };
    QHash<int, bool> own;
    std::vector<bool> styles;
    bool inCells = false;
    while (!xml.atEnd()) {
        const QXmlStreamReader::TokenType token = xml.readNext();
        if (xml.name() == u"cellXfs")
            inCells = token == QXmlStreamReader::StartElement;
        if (token != QXmlStreamReader::StartElement)
            continue;
        const int format = xml.attributes().value(QLatin1StringView("numFmtId")).toInt();
        if (xml.name() == u"numFmt")
            own.insert(format, showsTime(xml.attributes().value(QLatin1StringView("formatCode"))));
        else if (inCells && xml.name() == u"xf")
            styles.push_back(own.value(format, isBuiltIn(format)));
    }
    return styles;
}

/// “A” is 0, “AB12” 27; none for what is no cell's place.
std::optional<std::size_t> columnFrom(QStringView reference)
{
    constexpr std::size_t letters = 26;
    constexpr std::size_t most = 1'000'000;
    std::size_t column = 0;
    for (const QChar c : reference) {
        if (c < u'A' || c > u'Z' || column > most)
            break;
        column = column * letters + static_cast<std::size_t>(c.unicode() - u'A' + 1);
    }
    return column == 0 ? std::nullopt : std::optional(column - 1);
}

/// Reads one sheet.
class XlsxSheet
{
public:
    XlsxSheet(const Workbook &book, RecordTaker &taker)
        : m_book(book)
        , m_rows(taker)
    {
    }

    /// False if it is damaged.
    [[nodiscard]] bool read(QXmlStreamReader &xml)
    {
        while (!xml.atEnd()) {
            const QXmlStreamReader::TokenType token = xml.readNext();
            if (token == QXmlStreamReader::StartElement && xml.name() == u"row") {
                const qint64 number = xml.attributes().value(QLatin1StringView("r")).toLongLong();
                m_row = number > m_row ? number : m_row + 1;
                m_column = 0;
            } else if (token == QXmlStreamReader::StartElement && xml.name() == u"c") {
                readCell(xml);
            } else if (token == QXmlStreamReader::EndElement && xml.name() == u"row") {
                if (!m_rows.end(m_row))
                    return true;
            } else if (token == QXmlStreamReader::EndElement && xml.name() == u"sheetData") {
                return true;
            }
        }
        return !xml.hasError();
    }

    [[nodiscard]] qint64 row() const { return m_row; }

private:
    void readCell(QXmlStreamReader &xml)
    {
        const QXmlStreamAttributes attributes = xml.attributes();
        m_column = columnFrom(attributes.value(QLatin1StringView("r"))).value_or(m_column);
        const QString type = attributes.value(QLatin1StringView("t")).toString();
        const auto style = attributes.value(QLatin1StringView("s")).toULongLong();
        std::string text;
        while (!xml.atEnd()) {
            const QXmlStreamReader::TokenType token = xml.readNext();
            if (token == QXmlStreamReader::EndElement && xml.name() == u"c")
                break;
            if (token != QXmlStreamReader::StartElement)
                continue;
            if (xml.name() == u"v")
                text = valueOf(xml.readElementText(QXmlStreamReader::SkipChildElements), type, style);
            else if (xml.name() == u"is")
                SharedStrings::readText(xml, u"is", text);
        }
        m_rows.set(m_column++, std::move(text));
    }

    [[nodiscard]] std::string valueOf(const QString &value, const QString &type, qulonglong style) const
    {
        if (type == u"s")
            return m_book.strings.at(value.toULongLong());
        if (type == u"b")
            return value == u"1" ? "true" : "false";
        bool isNumber = false;
        const double number = value.toDouble(&isNumber);
        if (!isNumber || !(type.isEmpty() || type == u"n"))
            return value.toStdString();
        const bool isTime = style < m_book.showsTime.size() && m_book.showsTime[style];
        return isTime ? textFromSerial(number, m_book.since1904) : textFromNumber(number);
    }

    const Workbook &m_book;
    SheetRows m_rows;
    qint64 m_row = 0;
    std::size_t m_column = 0;
};

Result<void> readSheet(const Workbook &book, const QString &part, RecordTaker &taker)
{
    const Result<std::unique_ptr<UnpackingDevice>> device = UnpackingDevice::openEntry(book.file, part);
    if (!device)
        return std::unexpected(device.error());
    QXmlStreamReader xml(device->get());
    XlsxSheet sheet(book, taker);
    if (sheet.read(xml))
        return {};
    if ((*device)->error())
        return std::unexpected(*(*device)->error());
    return failure(Error::Kind::Malformed,
                   TablesText::tr("“%1” is damaged behind row %2; save it anew").arg(book.file.name).arg(sheet.row()),
                   book.file.name);
}

struct NamedSheet
{
    QString name;
    QString relation;
};

std::vector<NamedSheet> sheetsIn(QXmlStreamReader &xml, Workbook &book)
{
    std::vector<NamedSheet> sheets;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        const QXmlStreamAttributes attributes = xml.attributes();
        if (xml.name() == u"workbookPr") {
            const QStringView flag = attributes.value(QLatin1StringView("date1904"));
            book.since1904 = flag == u"1" || flag == u"true";
        } else if (xml.name() == u"sheet") {
            NamedSheet &sheet = sheets.emplace_back(attributes.value(QLatin1StringView("name")).toString());
            // “r:id”, whatever the letter.
            for (const QXmlStreamAttribute &attribute : attributes) {
                if (attribute.name() == u"id")
                    sheet.relation = attribute.value().toString();
            }
        }
    }
    return sheets;
}

/// The part of the archive that each relation of the workbook leads to.
QHash<QString, QString> relationsIn(QXmlStreamReader &xml)
{
    QHash<QString, QString> relations;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement || xml.name() != u"Relationship")
            continue;
        const QString target = xml.attributes().value(QLatin1StringView("Target")).toString();
        relations.insert(xml.attributes().value(QLatin1StringView("Id")).toString(),
                         target.startsWith(u'/') ? target.sliced(1) : QStringLiteral("xl/") + target);
    }
    return relations;
}

} // namespace

Result<ForeignTables> tablesInXlsx(const ForeignFile &file, const std::vector<ZipEntry> &entries)
{
    auto book = std::make_shared<Workbook>();
    book->file = file;
    std::vector<NamedSheet> sheets;
    QHash<QString, QString> relations;
    // The words and styles may be missing; the sheets are needed.
    const auto with = [&](const char *part, const auto &take) -> Result<void> {
        if (!std::ranges::contains(entries, QLatin1StringView(part), &ZipEntry::name))
            return {};
        const Result<std::unique_ptr<UnpackingDevice>> device =
            UnpackingDevice::openEntry(file, QString::fromLatin1(part));
        if (!device)
            return std::unexpected(device.error());
        QXmlStreamReader xml(device->get());
        take(xml);
        if ((*device)->error())
            return std::unexpected(*(*device)->error());
        return xml.hasError() ? damagedWorkbook(file.name) : Result<void>();
    };
    for (const Result<void> &done :
         {with("xl/workbook.xml", [&](QXmlStreamReader &xml) { sheets = sheetsIn(xml, *book); }),
          with("xl/_rels/workbook.xml.rels", [&](QXmlStreamReader &xml) { relations = relationsIn(xml); }),
          with("xl/styles.xml", [&](QXmlStreamReader &xml) { book->showsTime = timeStylesIn(xml); }),
          with("xl/sharedStrings.xml", [&](QXmlStreamReader &xml) { static_cast<void>(book->strings.read(xml)); })}) {
        if (!done)
            return std::unexpected(done.error());
    }
    ForeignTables tables;
    for (const NamedSheet &sheet : sheets) {
        const QString part = relations.value(sheet.relation);
        if (std::ranges::contains(entries, part, &ZipEntry::name) && part.contains(u"worksheets/")) {
            tables.push_back({sheet.name, RowUnit::Row, true,
                              [book, part](RecordTaker &taker) { return readSheet(*book, part, taker); }});
        }
    }
    if (tables.empty())
        return damagedWorkbook(file.name);
    return tables;
}

} // namespace dateline
