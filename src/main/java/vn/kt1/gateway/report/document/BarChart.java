package vn.kt1.gateway.report.document;

import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrossBetween;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFChart;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFNumericalDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import vn.kt1.gateway.report.document.Letter.Bars;

/** Draws bars as a native chart, in Word and in Excel alike. */
final class BarChart {

  /** As the bars of the page. */
  private static final byte[] BLUE = {0x4a, 0x6f, (byte) 0xa5};

  private BarChart() {}

  static void fill(XDDFChart chart, Bars bars) {
    draw(
        chart,
        bars.caption(),
        XDDFDataSourcesFactory.fromArray(bars.labels().toArray(String[]::new)),
        XDDFDataSourcesFactory.fromArray(bars.values().toArray(Long[]::new)));
  }

  static void draw(
      XDDFChart chart,
      String title,
      XDDFCategoryDataSource labels,
      XDDFNumericalDataSource<? extends Number> values) {
    chart.setTitleText(title);
    chart.setTitleOverlay(false);
    XDDFCategoryAxis below = chart.createCategoryAxis(AxisPosition.BOTTOM);
    XDDFValueAxis left = chart.createValueAxis(AxisPosition.LEFT);
    left.setCrosses(AxisCrosses.AUTO_ZERO);
    left.setMinimum(0);
    left.setCrossBetween(AxisCrossBetween.BETWEEN);
    XDDFBarChartData data = (XDDFBarChartData) chart.createData(ChartTypes.BAR, below, left);
    data.setBarDirection(BarDirection.COL);
    data.setVaryColors(false);
    XDDFChartData.Series series = data.addSeries(labels, values);
    series.setTitle(title, null);
    series.setFillProperties(new XDDFSolidFillProperties(XDDFColor.from(BLUE)));
    chart.plot(data);
  }
}
