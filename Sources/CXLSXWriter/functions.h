/*
 The functions of libxlsxwriter that are called: FUNCTION(result, name, parameters, arguments). Its header holds the compiler to what
 is said of them here, and the linker misses those that are not. Included twice, by functions.c.
*/

FUNCTION(char *, lxw_strerror, (lxw_error error), (error))
FUNCTION(void, lxw_workbook_free, (lxw_workbook *workbook), (workbook))
FUNCTION(lxw_chart *, workbook_add_chart, (lxw_workbook *workbook, uint8_t chart_type), (workbook, chart_type))
FUNCTION(lxw_format *, workbook_add_format, (lxw_workbook *workbook), (workbook))
FUNCTION(lxw_worksheet *, workbook_add_worksheet, (lxw_workbook *workbook, const char *sheet_name), (workbook, sheet_name))
FUNCTION(lxw_error, workbook_close, (lxw_workbook *workbook), (workbook))
FUNCTION(lxw_workbook *, workbook_new_opt, (const char *path, lxw_workbook_options *options), (path, options))
FUNCTION(lxw_error, workbook_set_properties, (lxw_workbook *workbook, lxw_doc_properties *properties), (workbook, properties))

FUNCTION(void, lxw_worksheet_write_single_row, (lxw_worksheet *worksheet), (worksheet))
FUNCTION(
    lxw_error, worksheet_autofilter,
    (lxw_worksheet *worksheet, lxw_row_t first_row, lxw_col_t first_column, lxw_row_t last_row, lxw_col_t last_column),
    (worksheet, first_row, first_column, last_row, last_column))
FUNCTION(void, worksheet_fit_to_pages, (lxw_worksheet *worksheet, uint16_t width, uint16_t height), (worksheet, width, height))
FUNCTION(void, worksheet_freeze_panes, (lxw_worksheet *worksheet, lxw_row_t row, lxw_col_t column), (worksheet, row, column))
FUNCTION(void, worksheet_gridlines, (lxw_worksheet *worksheet, uint8_t option), (worksheet, option))
FUNCTION(
    lxw_error, worksheet_ignore_errors,
    (lxw_worksheet *worksheet, uint8_t type, const char *range),
    (worksheet, type, range))
FUNCTION(
    lxw_error, worksheet_insert_chart_opt,
    (lxw_worksheet *worksheet, lxw_row_t row, lxw_col_t column, lxw_chart *chart, lxw_chart_options *options),
    (worksheet, row, column, chart, options))
FUNCTION(
    lxw_error, worksheet_merge_range,
    (lxw_worksheet *worksheet, lxw_row_t first_row, lxw_col_t first_column, lxw_row_t last_row, lxw_col_t last_column,
     const char *string, lxw_format *format),
    (worksheet, first_row, first_column, last_row, last_column, string, format))
FUNCTION(
    lxw_error, worksheet_repeat_rows,
    (lxw_worksheet *worksheet, lxw_row_t first_row, lxw_row_t last_row),
    (worksheet, first_row, last_row))
FUNCTION(void, worksheet_right_to_left, (lxw_worksheet *worksheet), (worksheet))
FUNCTION(
    lxw_error, worksheet_set_column,
    (lxw_worksheet *worksheet, lxw_col_t first_column, lxw_col_t last_column, double width, lxw_format *format),
    (worksheet, first_column, last_column, width, format))
FUNCTION(lxw_error, worksheet_set_footer, (lxw_worksheet *worksheet, const char *string), (worksheet, string))
FUNCTION(lxw_error, worksheet_set_header, (lxw_worksheet *worksheet, const char *string), (worksheet, string))
FUNCTION(void, worksheet_set_landscape, (lxw_worksheet *worksheet), (worksheet))
FUNCTION(void, worksheet_set_paper, (lxw_worksheet *worksheet, uint8_t paper_type), (worksheet, paper_type))
FUNCTION(void, worksheet_set_portrait, (lxw_worksheet *worksheet), (worksheet))
FUNCTION(
    lxw_error, worksheet_set_row,
    (lxw_worksheet *worksheet, lxw_row_t row, double height, lxw_format *format),
    (worksheet, row, height, format))
FUNCTION(
    lxw_error, worksheet_write_blank,
    (lxw_worksheet *worksheet, lxw_row_t row, lxw_col_t column, lxw_format *format),
    (worksheet, row, column, format))
FUNCTION(
    lxw_error, worksheet_write_boolean,
    (lxw_worksheet *worksheet, lxw_row_t row, lxw_col_t column, int value, lxw_format *format),
    (worksheet, row, column, value, format))
FUNCTION(
    lxw_error, worksheet_write_number,
    (lxw_worksheet *worksheet, lxw_row_t row, lxw_col_t column, double number, lxw_format *format),
    (worksheet, row, column, number, format))
FUNCTION(
    lxw_error, worksheet_write_string,
    (lxw_worksheet *worksheet, lxw_row_t row, lxw_col_t column, const char *string, lxw_format *format),
    (worksheet, row, column, string, format))
FUNCTION(
    lxw_error, worksheet_write_url,
    (lxw_worksheet *worksheet, lxw_row_t row, lxw_col_t column, const char *url, lxw_format *format),
    (worksheet, row, column, url, format))
FUNCTION(
    lxw_error, worksheet_write_url_opt,
    (lxw_worksheet *worksheet, lxw_row_t row, lxw_col_t column, const char *url, lxw_format *format, const char *string,
     const char *tooltip),
    (worksheet, row, column, url, format, string, tooltip))

FUNCTION(void, format_set_align, (lxw_format *format, uint8_t alignment), (format, alignment))
FUNCTION(void, format_set_bg_color, (lxw_format *format, lxw_color_t color), (format, color))
FUNCTION(void, format_set_bold, (lxw_format *format), (format))
FUNCTION(void, format_set_bottom, (lxw_format *format, uint8_t style), (format, style))
FUNCTION(void, format_set_font_color, (lxw_format *format, lxw_color_t color), (format, color))
FUNCTION(void, format_set_font_size, (lxw_format *format, double size), (format, size))
FUNCTION(void, format_set_indent, (lxw_format *format, uint8_t level), (format, level))
FUNCTION(void, format_set_italic, (lxw_format *format), (format))
FUNCTION(void, format_set_num_format, (lxw_format *format, const char *number_format), (format, number_format))
FUNCTION(void, format_set_reading_order, (lxw_format *format, uint8_t value), (format, value))
FUNCTION(void, format_set_text_wrap, (lxw_format *format), (format))
FUNCTION(void, format_set_top, (lxw_format *format, uint8_t style), (format, style))
FUNCTION(void, format_set_underline, (lxw_format *format, uint8_t style), (format, style))

FUNCTION(
    lxw_chart_series *, chart_add_series,
    (lxw_chart *chart, const char *categories, const char *values),
    (chart, categories, values))
FUNCTION(void, chart_axis_set_crossing_max, (lxw_chart_axis *axis), (axis))
FUNCTION(void, chart_axis_set_max, (lxw_chart_axis *axis, double max), (axis, max))
FUNCTION(void, chart_axis_set_min, (lxw_chart_axis *axis, double min), (axis, min))
FUNCTION(void, chart_axis_set_num_format, (lxw_chart_axis *axis, const char *number_format), (axis, number_format))
FUNCTION(void, chart_axis_set_reverse, (lxw_chart_axis *axis), (axis))
FUNCTION(void, chart_legend_set_position, (lxw_chart *chart, uint8_t position), (chart, position))
FUNCTION(
    void, chart_series_set_categories,
    (lxw_chart_series *series, const char *sheet_name, lxw_row_t first_row, lxw_col_t first_column, lxw_row_t last_row,
     lxw_col_t last_column),
    (series, sheet_name, first_row, first_column, last_row, last_column))
FUNCTION(void, chart_series_set_fill, (lxw_chart_series *series, lxw_chart_fill *fill), (series, fill))
FUNCTION(void, chart_series_set_labels, (lxw_chart_series *series), (series))
FUNCTION(
    void, chart_series_set_labels_options,
    (lxw_chart_series *series, uint8_t show_name, uint8_t show_category, uint8_t show_value),
    (series, show_name, show_category, show_value))
FUNCTION(void, chart_series_set_labels_percentage, (lxw_chart_series *series), (series))
FUNCTION(void, chart_series_set_name, (lxw_chart_series *series, const char *name), (series, name))
FUNCTION(
    void, chart_series_set_name_range,
    (lxw_chart_series *series, const char *sheet_name, lxw_row_t row, lxw_col_t column),
    (series, sheet_name, row, column))
FUNCTION(
    void, chart_series_set_values,
    (lxw_chart_series *series, const char *sheet_name, lxw_row_t first_row, lxw_col_t first_column, lxw_row_t last_row,
     lxw_col_t last_column),
    (series, sheet_name, first_row, first_column, last_row, last_column))
FUNCTION(void, chart_set_series_gap, (lxw_chart *chart, uint16_t gap), (chart, gap))
FUNCTION(void, chart_title_off, (lxw_chart *chart), (chart))
FUNCTION(void, chart_title_set_name, (lxw_chart *chart, const char *name), (chart, name))
