#include "figure/formats.h"
#include "figure/pdfpage.h"
#include "figure/publishable.h"
#include "geo/projectionchoice.h"
#include "reported.h"

#include <QFile>
#include <QImage>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>

using namespace dateline;

class TestPdf : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void tellsItsTextToThoseWhoDoNotSeeIt();
    void keepsItsLettersAndWords();
    void looksLikeThePng();
    void linksOnlySourcesOfTheWeb();
    void leadsFromACalloutToItsSource();
    void tellsWhereItsMapLies_data();
    void tellsWhereItsMapLies();
    void saysNothingOfAPlaceWithoutAName();
    void holdsItsOwnSidecar();
    void noticesAnotherPage_data();
    void noticesAnotherPage();
    void readsNoSidecarFromWhatIsDamaged();
    void givesTheSameBytesAgain();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
    FigureReport m_report;
    QByteArray m_bytes;
};

namespace
{

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void open(QPDF &pdf, const QByteArray &bytes)
{
    pdf.processMemoryFile("test", bytes.constData(), static_cast<size_t>(bytes.size()));
}

QString textOf(QPDFObjectHandle string)
{
    return QString::fromStdString(string.getUTF8Value());
}

} // namespace

void TestPdf::initTestCase()
{
    const Result<FigureReport> report = writeFigure(path(u"figure.pdf"_s), smallPage(), reported());
    QVERIFY2(report, report ? "" : qPrintable(report.error().message));
    m_report = *report;
    m_bytes = bytesOf(path(u"figure.pdf"_s));
}

void TestPdf::tellsItsTextToThoseWhoDoNotSeeIt()
{
    const QByteArray info = outputOf(u"pdfinfo"_s, {path(u"figure.pdf"_s)});
    QVERIFY2(info.contains("Tagged:          yes"), info);
    QVERIFY2(info.contains("Title:           " + m_report.title.toUtf8()), info);
    QVERIFY(outputOf(u"pdfinfo"_s, {u"-struct"_s, path(u"figure.pdf"_s)}).contains("Figure"));
    QPDF pdf;
    open(pdf, m_bytes);
    QCOMPARE(textOf(pdf.getRoot().getKey("/Lang")), u"en"_s);
    QVERIFY(pdf.getRoot().getKey("/ViewerPreferences").getKey("/DisplayDocTitle").getBoolValue());
    QPDFObjectHandle document = pdf.getRoot().getKey("/StructTreeRoot").getKey("/K");
    QPDFObjectHandle figure = document.getKey("/K").getArrayItem(0);
    QCOMPARE(figure.getKey("/S").getName(), std::string("/Figure"));
    QCOMPARE(textOf(figure.getKey("/Alt")), m_report.alternativeText);
    // All that the page paints belongs to it.
    QPDFObjectHandle page = QPDFPageDocumentHelper(pdf).getAllPages().at(0).getObjectHandle();
    std::string content;
    for (QPDFObjectHandle part : page.getKey("/Contents").getArrayAsVector()) {
        const auto data = part.getStreamData();
        content.append(reinterpret_cast<const char *>(data->getBuffer()), data->getSize());
    }
    const QByteArray all = QByteArray::fromStdString(content).trimmed();
    QVERIFY(all.startsWith("/Figure << /MCID 0 >> BDC"));
    QVERIFY(all.endsWith("EMC"));
    QCOMPARE(all.count("BDC"), 1);
    QPDFObjectHandle parents = pdf.getRoot().getKey("/StructTreeRoot").getKey("/ParentTree").getKey("/Nums");
    QCOMPARE(parents.getArrayItem(1).getArrayItem(0).getObjGen(), figure.getObjGen());
}

void TestPdf::keepsItsLettersAndWords()
{
    const QList<QByteArray> fonts = outputOf(u"pdffonts"_s, {path(u"figure.pdf"_s)}).trimmed().split('\n');
    QVERIFY(fonts.size() > 2);
    for (const QByteArray &font : fonts.sliced(2))
        QVERIFY2(font.contains(" yes yes yes") || font.contains(" yes no  yes"), font);
    const QString text =
        QString::fromUtf8(outputOf(u"pdftotext"_s, {u"-layout"_s, path(u"figure.pdf"_s), u"-"_s})).simplified();
    QVERIFY2(text.contains(u"Shells <b>fell</b>"), qPrintable(text));
    QVERIFY2(text.contains(u"Vardenis"), qPrintable(text));
}

void TestPdf::looksLikeThePng()
{
    FigureSpec spec = smallPage();
    spec.widthPx = 1200; // Whole points, so that both have the same pixels.
    spec.heightPx = 800;
    spec.dpi = 96;
    QVERIFY(writeFigure(path(u"like.png"_s), spec, reported()));
    QVERIFY(writeFigure(path(u"like.pdf"_s), spec, reported()));
    outputOf(u"pdftoppm"_s, {u"-r"_s, u"96"_s, u"-png"_s, u"-singlefile"_s, path(u"like.pdf"_s), path(u"poppler"_s)});
    const QImage ours = QImage(path(u"like.png"_s)).convertToFormat(QImage::Format_RGB32);
    const QImage theirs = QImage(path(u"poppler.png"_s)).convertToFormat(QImage::Format_RGB32);
    QCOMPARE(theirs.size(), ours.size());
    qint64 difference = 0;
    for (int y = 0; y < ours.height(); ++y) {
        for (int x = 0; x < ours.width(); ++x)
            difference += std::abs(qGray(ours.pixel(x, y)) - qGray(theirs.pixel(x, y)));
    }
    const double mean = static_cast<double>(difference) / (ours.width() * ours.height());
    qInfo("grey levels apart, mean: %.2f", mean);
    QVERIFY2(mean < 4, qPrintable(QString::number(mean)));
}

void TestPdf::linksOnlySourcesOfTheWeb()
{
    const QByteArray links = outputOf(u"pdfinfo"_s, {u"-url"_s, path(u"figure.pdf"_s)});
    QVERIFY2(links.contains("https://example.org/a?b=1&c=%E2%80%9Cd%E2%80%9D"), links);
    QVERIFY2(links.contains("http://example.org/d"), links);
    QVERIFY(!links.contains("javascript"));
    QVERIFY(!links.contains("verishen"));
}

void TestPdf::leadsFromACalloutToItsSource()
{
    QVERIFY(!m_report.callouts.empty());
    QPDF pdf;
    open(pdf, m_bytes);
    QPDFPageObjectHelper page = QPDFPageDocumentHelper(pdf).getAllPages().at(0);
    const double height = page.getMediaBox().getArrayAsRectangle().ury;
    std::size_t found = 0;
    for (QPDFAnnotationObjectHelper link : page.getAnnotations("/Link")) {
        QPDFObjectHandle target = link.getObjectHandle().getKey("/A").getKey("/D");
        if (!target.isArray())
            continue;
        const FigureReport::Callout &callout = m_report.callouts.at(found++);
        const auto box = link.getRect();
        QVERIFY(std::abs(box.llx - callout.box.left() * 0.75) < 0.01);
        QVERIFY(std::abs(height - box.ury - callout.box.top() * 0.75) < 0.01);
        QCOMPARE(target.getArrayItem(0).getObjGen(), page.getObjectHandle().getObjGen());
        const QString words = textOf(link.getObjectHandle().getKey("/Contents"));
        const auto line = std::ranges::find_if(m_report.sources, [&](const QString &source) {
            return source.startsWith(words.sliced(words.indexOf(u'[')));
        });
        QVERIFY2(line != m_report.sources.end(), qPrintable(words));
        const QRectF &source = m_report.sourceBoxes.at(static_cast<std::size_t>(line - m_report.sources.begin()));
        QVERIFY(std::abs(height - target.getArrayItem(3).getNumericValue() - source.top() * 0.75) < 0.02);
    }
    QCOMPARE(found, m_report.callouts.size());
}

void TestPdf::tellsWhereItsMapLies_data()
{
    QTest::addColumn<QString>("projection");
    for (const CommonProjection &common : commonProjections({44, 38, 48, 41}))
        QTest::newRow(qPrintable(common.name)) << common.text;
    QTest::newRow("on another datum") << u"EPSG:28403"_s;
    QTest::newRow("axes northward first") << u"EPSG:3035"_s;
    QTest::newRow("corners off the earth") << u"+proj=ortho +lat_0=40 +lon_0=46 +box"_s;
}

void TestPdf::tellsWhereItsMapLies()
{
    QFETCH(const QString, projection);
    FigureSpec spec = smallPage();
    spec.projection = projection;
    if (spec.projection.endsWith(u" +box"_s)) {
        spec.projection.chop(5);
        spec.box = LonLatBox{-180, -90, 180, 90};
    }
    const FigureContent content = reported();
    const Result<FigureReport> report = writeFigure(path(u"place.pdf"_s), spec, content);
    QVERIFY2(report, report ? "" : qPrintable(report.error().message));
    // GDAL draws it at 150 dots an inch.
    const double worst = worstOffset(path(u"place.pdf"_s), *report, content, 150.0 / 96);
    QVERIFY2(worst < 0.5, qPrintable(QString::number(worst)));
}

void TestPdf::saysNothingOfAPlaceWithoutAName()
{
    FigureSpec spec = smallPage();
    spec.projection = u"+proj=ob_tran +o_proj=eqc +o_lat_p=40 +o_lon_p=0"_s;
    const FigureContent content = reported();
    const Result<FigureReport> report = writeFigure(path(u"oblique.pdf"_s), spec, content);
    QVERIFY2(report, report ? "" : qPrintable(report.error().message));
    const QByteArray bytes = bytesOf(path(u"oblique.pdf"_s));
    if (bytes.contains("/VP"))
        QVERIFY(worstOffset(path(u"oblique.pdf"_s), *report, content, 150.0 / 96) < 0.5);
}

void TestPdf::holdsItsOwnSidecar()
{
    const std::optional<QByteArray> own = sidecarInPdf(m_bytes);
    QVERIFY(own);
    QJsonObject inside = QJsonDocument::fromJson(*own).object();
    QJsonObject beside = QJsonDocument::fromJson(bytesOf(path(u"figure.pdf.json"_s))).object();
    QCOMPARE(inside.take(u"picture").toObject()[u"pageSha256"].toString(), pagesSha256(m_bytes).value(0));
    beside.remove(u"picture");
    QCOMPARE(inside, beside);
    QVERIFY(outputOf(u"pdfdetach"_s, {u"-list"_s, path(u"figure.pdf"_s)}).contains(pdfSidecar));
}

void TestPdf::noticesAnotherPage_data()
{
    using Alter = void (*)(QPDFObjectHandle page, QPDF &pdf);
    QTest::addColumn<Alter>("alter");
    QTest::addColumn<bool>("isSame");
    QTest::newRow("written anew") << Alter([](QPDFObjectHandle, QPDF &) {}) << true;
    QTest::newRow("another title") << Alter([](QPDFObjectHandle, QPDF &pdf) {
        pdf.getTrailer().getKey("/Info").replaceKey("/Title", QPDFObjectHandle::newString("Other"));
    }) << true;
    QTest::newRow("more painted") << Alter([](QPDFObjectHandle page, QPDF &pdf) {
        page.getKey("/Contents").appendItem(QPDFObjectHandle::newStream(&pdf, "0 0 99 99 re f"));
    }) << false;
    QTest::newRow("other letters") << Alter([](QPDFObjectHandle page, QPDF &pdf) {
        auto fonts = page.getKey("/Resources").getKey("/Font").getDictAsMap();
        QPDFObjectHandle inner = fonts.begin()->second.getKey("/DescendantFonts").getArrayItem(0);
        inner.getKey("/FontDescriptor").replaceKey("/FontFile2", QPDFObjectHandle::newStream(&pdf, "other"));
    }) << false;
    QTest::newRow("turned") << Alter([](QPDFObjectHandle page, QPDF &) {
        page.getKey("/Parent").replaceKey("/Rotate", QPDFObjectHandle::newInteger(180));
    }) << false;
    QTest::newRow("a second page") << Alter([](QPDFObjectHandle page, QPDF &pdf) {
        QPDFPageDocumentHelper(pdf).addPage(QPDFPageObjectHelper(page), false);
    }) << false;
    QTest::newRow("another link") << Alter([](QPDFObjectHandle page, QPDF &) {
        for (QPDFObjectHandle link : page.getKey("/Annots").getArrayAsVector()) {
            if (link.getKey("/A").hasKey("/URI"))
                link.getKey("/A").replaceKey("/URI", QPDFObjectHandle::newString("https://example.com"));
        }
    }) << false;
    QTest::newRow("moved on the earth") << Alter([](QPDFObjectHandle page, QPDF &) {
        page.getKey("/VP")
            .getArrayItem(0)
            .getKey("/Measure")
            .getKey("/GPTS")
            .setArrayItem(0, QPDFObjectHandle::newInteger(1));
    }) << false;
}

void TestPdf::noticesAnotherPage()
{
    using Alter = void (*)(QPDFObjectHandle page, QPDF &pdf);
    QFETCH(const Alter, alter);
    QFETCH(const bool, isSame);
    QPDF pdf;
    open(pdf, m_bytes);
    alter(QPDFPageDocumentHelper(pdf).getAllPages().at(0).getObjectHandle(), pdf);
    QPDFWriter writer(pdf);
    writer.setObjectStreamMode(qpdf_o_generate); // Otherwise packed and numbered than before.
    writer.setOutputMemory();
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    const QByteArray bytes(reinterpret_cast<const char *>(buffer->getBuffer()),
                           static_cast<qsizetype>(buffer->getSize()));
    QVERIFY(sidecarInPdf(bytes));
    QCOMPARE(pagesSha256(bytes) == pagesSha256(m_bytes), isSame);
}

void TestPdf::readsNoSidecarFromWhatIsDamaged()
{
    QVERIFY(!sidecarInPdf({}));
    QVERIFY(pagesSha256(QByteArray()).isEmpty());
    for (int part = 1; part < 24; ++part) {
        const QByteArray cut = m_bytes.first(m_bytes.size() * part / 24);
        QVERIFY(!sidecarInPdf(cut));
        QVERIFY(pagesSha256(cut).isEmpty());
        QByteArray altered = m_bytes;
        for (qsizetype at = part; at < altered.size(); at += 997)
            altered[at] = static_cast<char>(altered[at] + part);
        QVERIFY(pagesSha256(altered) != pagesSha256(m_bytes));
        (void)sidecarInPdf(altered); // Whatever it finds, it comes back.
    }
}

void TestPdf::givesTheSameBytesAgain()
{
    const Publishable safe = publishable(smallPage(), reported());
    const Result<Drawn> again = drawAs(u"pdf"_s, safe.spec, safe.content);
    QVERIFY(again);
    const auto [here, there] = std::ranges::mismatch(m_bytes, again->bytes);
    const qsizetype at = here - m_bytes.begin();
    QVERIFY2(again->bytes == m_bytes, m_bytes.mid(at - 60, 120) + "\n---\n" + again->bytes.mid(at - 60, 120));
}

QTEST_MAIN(TestPdf)
#include "tst_pdf.moc"
