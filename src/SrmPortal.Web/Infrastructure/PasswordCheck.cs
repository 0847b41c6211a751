namespace SrmPortal.Web.Infrastructure;

/// <summary>
/// Asks the signed-in person for the password again, before what binds or reveals: withdrawing an offer, opening a round.
/// </summary>
public interface IPasswordCheck
{
    /// <summary>
    /// Refuses at the field unless the password is right. Call it before the deed's transaction begins. Wrong ones are counted for the
    /// session by itself; the third closes this way for a while, the session goes on.
    /// </summary>
    /// <param name="password">As typed.</param>
    /// <param name="field">Of the form.</param>
    /// <param name="now">In UTC.</param>
    Task RefuseUnlessRight(string? password, string field, DateTime now);
}
