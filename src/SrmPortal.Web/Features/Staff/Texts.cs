namespace SrmPortal.Web.Features.Staff;

/// <summary>Texts of this feature.</summary>
public sealed class Texts;
