#include "exchange/xlsxsheet.h"

#include "base/zipwriting.h"
#include "exchange/cells.h"
#include "exchange/output.h"

namespace dateline
{

namespace
{

/// “A”, “B” … “Z”, “AA” …
void appendColumnName(std::string &to, int column)
{
    if (column >= 26)
        to.push_back(static_cast<char>('A' + column / 26 - 1));
    to.push_back(static_cast<char>('A' + column % 26));
}

/// How many UTF-16 units @p utf8 has; where it is cut to have at most @p most.
std::size_t cutAt(std::string_view utf8, std::size_t most)
{
    std::size_t units = 0;
    for (std::size_t i = 0; i < utf8.size(); ++i) {
        const auto byte = static_cast<unsigned char>(utf8[i]);
        if ((byte & 0xC0U) == 0x80U)
            continue;
        units += byte >= 0xF0 ? 2 : 1;
        if (units > most)
            return i;
    }
    return utf8.size();
}

/// Signs that XML cannot hold are written “_x000B_”; what looks so already gets its “_” written so.
void appendSheetText(std::string &to, std::string_view text)
{
    constexpr std::string_view hex = "0123456789ABCDEF";
    std::size_t copied = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const bool isControl = byte < 0x20 && byte != '\n' && byte != '\t';
        if (!isControl && !(byte == '_' && text.substr(i).starts_with("_x")))
            continue;
        appendXml(to, text.substr(copied, i - copied));
        to.append("_x00");
        to.push_back(hex[byte >> 4U]);
        to.push_back(hex[byte & 15U]);
        to.push_back('_');
        copied = i + 1;
    }
    appendXml(to, text.substr(copied));
}

constexpr const char *xmlHead = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
)";

} // namespace

XlsxSheet::XlsxSheet(const QString &path, std::span<const std::string_view> head)
    : m_out(path)
{
    m_out << xmlHead << "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetViews>"
          << "<sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" "
          << "state=\"frozen\"/></sheetView></sheetViews><sheetData>";
    static_cast<void>(beginRow());
    for (const std::string_view name : head)
        text(name);
    endRow();
}

bool XlsxSheet::beginRow()
{
    if (m_row == mostRows)
        return false;
    ++m_row;
    m_column = 0;
    appendNumber(m_out.text().append("<row r=\""), m_row);
    m_out << "\">";
    return true;
}

void XlsxSheet::beginCell(std::string_view type)
{
    m_out << "<c r=\"";
    appendColumnName(m_out.text(), m_column++);
    appendNumber(m_out.text(), m_row);
    m_out << type;
}

void XlsxSheet::text(std::string_view utf8)
{
    if (utf8.empty()) {
        skip();
        return;
    }
    beginCell("\" t=\"inlineStr\"><is><t xml:space=\"preserve\">");
    if (const std::size_t end = cutAt(utf8, longestText); end < utf8.size()) {
        ++m_cut;
        appendSheetText(m_out.text(), utf8.substr(0, cutAt(utf8, longestText - 1)));
        m_out << "…";
    } else {
        appendSheetText(m_out.text(), utf8);
    }
    m_out << "</t></is></c>";
}

void XlsxSheet::number(double value)
{
    beginCell("\"><v>");
    appendNumber(m_out.text(), value);
    m_out << "</v></c>";
}

void XlsxSheet::endRow()
{
    m_out << "</row>";
    m_out.spill();
}

Result<void> XlsxSheet::close()
{
    m_out << "</sheetData></worksheet>";
    return m_out.close();
}

Result<void> writeWorkbook(const QString &path, std::span<const QString> sheets,
                           std::span<const std::string_view> names)
{
    QByteArray types = QByteArray(xmlHead)
        + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
          "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
          "<Override PartName=\"/xl/workbook.xml\" "
          "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>";
    QByteArray book = QByteArray(xmlHead)
        + "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
          "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>";
    constexpr const char *relationships =
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
    constexpr const char *kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    QByteArray parts = QByteArray(xmlHead) + relationships;
    std::vector<ZippedFile> sheetEntries;
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        const QByteArray number = QByteArray::number(static_cast<qint64>(i) + 1);
        types += "<Override PartName=\"/xl/worksheets/sheet" + number
            + ".xml\" ContentType=\"application/"
              "vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>";
        book += "<sheet name=\"" + QByteArray(names[i].data(), static_cast<qsizetype>(names[i].size()))
            + "\" sheetId=\"" + number + "\" r:id=\"rId" + number + "\"/>";
        parts += "<Relationship Id=\"rId" + number + "\" Type=\"" + kind + "worksheet\" Target=\"worksheets/sheet"
            + number + ".xml\"/>";
        sheetEntries.push_back({"xl/worksheets/sheet" + number + ".xml", {}, sheets[i]});
    }
    std::vector<ZippedFile> entries{{"[Content_Types].xml", types + "</Types>", {}},
                                    {"_rels/.rels",
                                     QByteArray(xmlHead) + relationships + "<Relationship Id=\"rId1\" Type=\"" + kind
                                         + "officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>",
                                     {}},
                                    {"xl/workbook.xml", book + "</sheets></workbook>", {}},
                                    {"xl/_rels/workbook.xml.rels", parts + "</Relationships>", {}}};
    entries.insert(entries.end(), sheetEntries.begin(), sheetEntries.end());
    return writeZip(path, entries).transform_error([](const Error &error) { return unwritable(error.message); });
}

} // namespace dateline
