import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts

/** “Make a figure”: its settings beside a preview of the page. */
Sheet {
    id: root

    required property FigureMaker figure
    required property Files files

    heading: qsTr("Make a figure")
    width: Math.min(1240, (parent?.width ?? 1240) - 64)
    height: Math.min(840, (parent?.height ?? 760) - 48)
    onClosed: root.figure.close()

    Connections {
        target: root.figure

        function onChanged(): void {
            if (root.figure.open)
                root.open()
            else
                root.close()
        }
    }

    contentItem: RowLayout {
        spacing: 24

        ColumnLayout {
            spacing: 12
            Layout.preferredWidth: 292
            Layout.maximumWidth: 292
            Layout.fillHeight: true

            Flickable {
                clip: true
                contentHeight: settings.implicitHeight
                boundsBehavior: Flickable.StopAtBounds
                ScrollBar.vertical: SlimScrollBar {}
                Layout.fillWidth: true
                Layout.fillHeight: true

                ColumnLayout {
                    id: settings

                    x: 3
                    width: parent.width - 15
                    spacing: 12

                    Words {
                        visible: root.figure.kept.length > 0
                        text: qsTr("Kept in this case")
                        muted: true
                        font.pixelSize: 12
                        Layout.bottomMargin: -8
                    }
                    RowLayout {
                        visible: root.figure.kept.length > 0
                        spacing: 8
                        Layout.fillWidth: true

                        Choice {
                            model: [qsTr("A new figure")].concat(root.figure.kept)
                            currentIndex: root.figure.keptIndex + 1
                            Accessible.name: qsTr("Kept in this case")
                            onActivated: index => root.figure.openKept(index - 1)
                            Layout.fillWidth: true
                            Layout.preferredWidth: 1
                        }
                        PushButton {
                            visible: root.figure.canKeep && root.figure.keptIndex >= 0
                            text: qsTr("Remove")
                            onClicked: root.figure.removeKept()
                        }
                    }
                    Field {
                        name: qsTr("Title")
                        hint: qsTr("Made from what is shown")
                        text: root.figure.settings.title
                        line.onEditingFinished: root.figure.settings.title = line.text
                        Layout.fillWidth: true
                    }
                    Field {
                        name: qsTr("Subtitle")
                        hint: qsTr("Made from what is shown")
                        text: root.figure.settings.subtitle
                        line.onEditingFinished: root.figure.settings.subtitle = line.text
                        Layout.fillWidth: true
                    }
                    Field {
                        name: qsTr("Credit")
                        hint: qsTr("Who made it")
                        text: root.figure.settings.credit
                        line.onEditingFinished: root.figure.settings.credit = line.text
                        Layout.fillWidth: true
                    }
                    Field {
                        name: qsTr("Text for those who cannot see it")
                        hint: qsTr("Written from what is shown")
                        text: root.figure.settings.alternativeText
                        line.onEditingFinished: root.figure.settings.alternativeText = line.text
                        Layout.fillWidth: true
                    }
                    Words {
                        text: qsTr("Page")
                        muted: true
                        font.pixelSize: 12
                        Layout.bottomMargin: -8
                    }
                    Choice {
                        model: root.figure.settings.sizeNames
                        currentIndex: root.figure.settings.size
                        Accessible.name: qsTr("Page")
                        onActivated: index => root.figure.settings.size = index
                        Layout.fillWidth: true
                    }
                    RowLayout {
                        visible: root.figure.settings.ownSize
                        spacing: 8
                        Layout.fillWidth: true

                        Field {
                            name: qsTr("Width, 1/96 inch")
                            text: root.figure.settings.pageWidth
                            line.validator: IntValidator {
                                bottom: 400
                                top: 10000
                            }
                            line.onEditingFinished: root.figure.settings.pageWidth = parseInt(line.text)
                            Layout.fillWidth: true
                            Layout.preferredWidth: 1
                        }
                        Field {
                            name: qsTr("Height")
                            text: root.figure.settings.pageHeight
                            line.validator: IntValidator {
                                bottom: 400
                                top: 10000
                            }
                            line.onEditingFinished: root.figure.settings.pageHeight = parseInt(line.text)
                            Layout.fillWidth: true
                            Layout.preferredWidth: 1
                        }
                    }
                    Words {
                        text: qsTr("Pages")
                        muted: true
                        font.pixelSize: 12
                        Layout.bottomMargin: -8
                    }
                    Choice {
                        model: root.figure.settings.pagesNames
                        currentIndex: root.figure.settings.pages
                        Accessible.name: qsTr("Pages")
                        onActivated: index => root.figure.settings.pages = index
                        Layout.fillWidth: true
                    }
                    Words {
                        text: qsTr("Extent")
                        muted: true
                        font.pixelSize: 12
                        Layout.bottomMargin: -8
                    }
                    Choice {
                        model: [qsTr("Everything that is shown"), qsTr("What the map shows now")]
                        currentIndex: root.figure.settings.asSeen ? 1 : 0
                        Accessible.name: qsTr("Extent")
                        onActivated: index => root.figure.settings.asSeen = index === 1
                        Layout.fillWidth: true
                    }
                    Words {
                        text: qsTr("Incidents")
                        muted: true
                        font.pixelSize: 12
                        Layout.bottomMargin: -8
                    }
                    Choice {
                        model: root.figure.settings.marksNames
                        currentIndex: root.figure.settings.marks
                        Accessible.name: qsTr("Incidents")
                        onActivated: index => root.figure.settings.marks = index
                        Layout.fillWidth: true
                    }
                    Words {
                        text: qsTr("Maps on the page")
                        muted: true
                        font.pixelSize: 12
                        Layout.bottomMargin: -8
                    }
                    Choice {
                        model: root.figure.settings.panelsNames
                        currentIndex: root.figure.settings.panels
                        Accessible.name: qsTr("Maps on the page")
                        onActivated: index => root.figure.settings.panels = index
                        Layout.fillWidth: true
                    }
                    Words {
                        text: qsTr("Projection")
                        muted: true
                        font.pixelSize: 12
                        Layout.bottomMargin: -8
                    }
                    Choice {
                        model: root.figure.settings.projectionNames
                        currentIndex: root.figure.settings.commonProjection
                        displayText: currentIndex < 0 ? qsTr("Another one") : currentText
                        Accessible.name: qsTr("Projection")
                        onActivated: index => root.figure.settings.commonProjection = index
                        Layout.fillWidth: true
                    }
                    Field {
                        name: qsTr("PROJ string or EPSG code")
                        hint: qsTr("Any other, such as EPSG:3035")
                        text: root.figure.settings.projection
                        line.onEditingFinished: root.figure.settings.projection = line.text
                        Layout.fillWidth: true
                    }
                    Words {
                        visible: text.length > 0
                        text: root.figure.projectionProblem
                        font.weight: Font.DemiBold
                        wrapMode: Text.Wrap
                        Layout.fillWidth: true
                    }
                    Tick {
                        words: qsTr("Draw meridians and parallels")
                        checked: root.figure.settings.graticule
                        onToggled: root.figure.settings.graticule = checked
                        Layout.fillWidth: true
                    }
                    Tick {
                        words: qsTr("Draw a north arrow")
                        checked: root.figure.settings.northArrow
                        onToggled: root.figure.settings.northArrow = checked
                        Layout.fillWidth: true
                    }
                    Words {
                        text: qsTr("Sharpness of a PNG")
                        muted: true
                        font.pixelSize: 12
                        Layout.bottomMargin: -8
                    }
                    Choice {
                        model: [qsTr("Screen, 96 dpi"), qsTr("Fine screen, 192 dpi"), qsTr("Print, 300 dpi")]
                        currentIndex: root.figure.settings.dpi >= 300 ? 2 : root.figure.settings.dpi >= 192 ? 1 : 0
                        Accessible.name: qsTr("Sharpness of a PNG")
                        onActivated: index => root.figure.settings.dpi = [96, 192, 300][index]
                        Layout.fillWidth: true
                    }
                    Words {
                        text: qsTr("Colours")
                        muted: true
                        font.pixelSize: 12
                        Layout.bottomMargin: -8
                    }
                    Choice {
                        model: [qsTr("Light"), qsTr("Dark"), qsTr("Grey, for print")]
                        currentIndex: root.figure.settings.colours
                        Accessible.name: qsTr("Colours")
                        onActivated: index => root.figure.settings.colours = index
                        Layout.fillWidth: true
                    }
                    Words {
                        visible: root.figure.hasSensitive
                        text: qsTr("Sensitive places")
                        muted: true
                        font.pixelSize: 12
                        Layout.bottomMargin: -8
                    }
                    Choice {
                        visible: root.figure.hasSensitive
                        model: root.figure.settings.blurNames
                        currentIndex: root.figure.settings.blur
                        Accessible.name: qsTr("Sensitive places")
                        onActivated: index => root.figure.settings.blur = index
                        Layout.fillWidth: true
                    }
                    Tick {
                        visible: root.figure.hasGraphic
                        words: qsTr("Print graphic words too")
                        checked: root.figure.settings.graphicWords
                        onToggled: root.figure.settings.graphicWords = checked
                        Layout.fillWidth: true
                    }
                    Words {
                        visible: root.figure.warnings.length > 0
                        text: qsTr("Before you publish")
                        muted: true
                        font.pixelSize: 12
                        Layout.bottomMargin: -8
                    }
                    Repeater {
                        model: root.figure.warnings

                        Words {
                            required property string modelData

                            text: modelData
                            wrapMode: Text.Wrap
                            Layout.fillWidth: true
                        }
                    }
                    Words {
                        visible: text.length > 0
                        text: root.figure.withheld
                        muted: true
                        font.pixelSize: 12
                        wrapMode: Text.Wrap
                        Layout.fillWidth: true
                    }
                }
            }
            Words {
                visible: text.length > 0
                text: root.figure.problem
                font.weight: Font.DemiBold
                wrapMode: Text.Wrap
                Layout.fillWidth: true
            }
            Words {
                visible: text.length > 0
                text: root.figure.progress
                Layout.fillWidth: true
            }
            Words {
                visible: root.figure.saved.length > 0
                text: qsTr("Saved: %1").arg(root.figure.saved)
                wrapMode: Text.WrapAnywhere
                Layout.fillWidth: true
            }
            RowLayout {
                spacing: 8

                PushButton {
                    text: qsTr("Close")
                    onClicked: root.figure.close()
                }
                PushButton {
                    visible: root.figure.canKeep
                    text: qsTr("Keep")
                    onClicked: root.figure.keep()
                    Accessible.description: qsTr("Keeps the figure's settings in the case")
                }
                PushButton {
                    text: qsTr("Copy")
                    onClicked: root.figure.copy()
                    Accessible.description: qsTr("Puts the figure on the clipboard as an image")
                }
                PushButton {
                    text: root.figure.saving ? qsTr("Stop") : qsTr("Save as…")
                    primary: true
                    onClicked: root.figure.saving ? root.figure.stopSaving() : root.files.askFigure()
                }
            }
        }
        Item {
            Layout.fillWidth: true
            Layout.fillHeight: true

            FigurePreview {
                anchors.fill: parent
                maker: root.figure
                Accessible.role: Accessible.Graphic
                Accessible.name: root.figure.alternativeText
            }
            BusyIndicator {
                anchors.right: parent.right
                anchors.top: parent.top
                anchors.margins: 8
                implicitWidth: 28
                implicitHeight: 28
                running: root.figure.busy
                palette.dark: root.palette.accent
            }
        }
    }
}
